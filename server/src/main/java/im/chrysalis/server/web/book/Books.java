package im.chrysalis.server.web.book;

import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.values.CircleId;
import java.util.Optional;

/**
 * Which book an operation is about. Everybody has one of their own, and its id is the same for all;
 * others are circles'.
 */
final class Books {
  static final String OWN = "00000000-0000-0000-0000-000000000000";

  private Books() {}

  /** The circle whose book is meant; nothing when it is the visitor's own, or none is named. */
  static Optional<CircleId> circle(Optional<String> id) throws Fault.Refused {
    Optional<CircleId> circle = id.flatMap(CircleId::parse);
    if (circle.isEmpty()) {
      own(id);
    }
    return circle;
  }

  /** Goes on when the visitor's own book is meant, or none is named. */
  static void own(Optional<String> id) throws Fault.Refused {
    if (id.isPresent() && !id.get().equals(OWN)) {
      throw BookFault.BOOK_DOES_NOT_EXIST.refused();
    }
  }
}

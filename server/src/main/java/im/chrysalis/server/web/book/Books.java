package im.chrysalis.server.web.book;

import im.chrysalis.server.web.soap.Fault;
import java.util.Optional;

/** Which book an operation is about. Everybody has one, and its id is the same for all. */
final class Books {
  static final String OWN = "00000000-0000-0000-0000-000000000000";

  private Books() {}

  /** Goes on when the visitor's own book is meant, or none is named; others are circles'. */
  static void own(Optional<String> id) throws Fault.Refused {
    if (id.isPresent() && !id.get().equals(OWN)) {
      throw BookFault.BOOK_DOES_NOT_EXIST.refused();
    }
  }
}

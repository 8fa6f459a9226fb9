package im.chrysalis.server.web.storage;

import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the storage calls things: {@code 0123456789abcdef!118}, the owner's CID and a number. The
 * numbers of the profile's parts are those that clients are used to.
 */
record ResourceId(long cid, int number) {
  private static final int PROFILE = 106;
  private static final int EXPRESSION = 118;
  private static final int BEFORE_FIRST_PICTURE = 204;

  static ResourceId profile(long cid) {
    return new ResourceId(cid, PROFILE);
  }

  static ResourceId expression(long cid) {
    return new ResourceId(cid, EXPRESSION);
  }

  /** Each picture has an id of its own, so that what is said of an old one does not hit a new. */
  static ResourceId picture(long cid, int number) {
    return new ResourceId(cid, BEFORE_FIRST_PICTURE + number);
  }

  /** Which picture of the owner it is, if it can be one. */
  OptionalInt picture() {
    return number > BEFORE_FIRST_PICTURE
        ? OptionalInt.of(number - BEFORE_FIRST_PICTURE)
        : OptionalInt.empty();
  }

  /** The id in a text, or nothing when it is none, or of something that is not the owner's. */
  static Optional<ResourceId> parse(String text, long owner) {
    String start = HexFormat.of().toHexDigits(owner) + "!";
    String number = text.startsWith(start) ? text.substring(start.length()) : "";
    return number.matches("[0-9]{1,9}")
        ? Optional.of(new ResourceId(owner, Integer.parseInt(number)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(cid) + "!" + number;
  }
}

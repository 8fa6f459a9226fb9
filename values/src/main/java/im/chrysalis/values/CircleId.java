package im.chrysalis.values;

import java.util.Optional;
import java.util.UUID;

/**
 * The number of a circle. Clients never see it as a number: they call a circle by a GUID, {@code
 * 00000000-0000-0000-0009-xxxxxxxxxxxx}, or by that as an address, {@code GUID@live.com}.
 *
 * @param number 48 bits, never 0
 */
public record CircleId(long number) implements Comparable<CircleId> {
  /** What stands behind the {@code @} of every circle's address. */
  public static final String HOST = "live.com";

  /** The highest number. */
  public static final long MAX = 0x0000_FFFF_FFFF_FFFFL;

  /** Also the number of the network to which clients count circles. */
  private static final long NINE = 0x0009L << 48;

  public CircleId {
    if (number <= 0 || number > MAX) {
      throw new IllegalArgumentException("no number of a circle: " + number);
    }
  }

  /** As a GUID. */
  public UUID guid() {
    return new UUID(0, NINE | number);
  }

  /** As an address, in lower case. */
  public String address() {
    return guid() + "@" + HOST;
  }

  /**
   * What a GUID or an address stands for, in either case and with or without braces; nothing when
   * it is no circle's.
   */
  public static Optional<CircleId> parse(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      return Guid.parseBraced(text).flatMap(CircleId::of);
    }
    return text.substring(at + 1).equalsIgnoreCase(HOST)
        ? Guid.parse(text.substring(0, at)).flatMap(CircleId::of)
        : Optional.empty();
  }

  private static Optional<CircleId> of(UUID guid) {
    long low = guid.getLeastSignificantBits();
    return guid.getMostSignificantBits() == 0 && (low & ~MAX) == NINE && low != NINE
        ? Optional.of(new CircleId(low & MAX))
        : Optional.empty();
  }

  @Override
  public int compareTo(CircleId other) {
    return Long.compare(number, other.number);
  }

  /** The GUID: 36 characters in lower case, without braces. */
  @Override
  public String toString() {
    return guid().toString();
  }
}

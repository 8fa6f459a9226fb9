package im.chrysalis.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A list version in the form of a time, as dialects since MSNP10 and the address book have it: one
 * millisecond a version, so that old and new clients of one account agree on what is newer.
 *
 * <p>COMPAT aMSN: the fraction has seven digits and the offset is negative, or it takes the stamp
 * for damaged.
 *
 * @see <a href="../../../../../../../docs/protocol/roster.md">docs/protocol/roster.md</a>
 */
public final class Stamp {
  private static final Instant FIRST = Instant.parse("2005-04-23T00:00:00Z");
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(-7);
  private static final DateTimeFormatter SHAPE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSxxx", Locale.ROOT);

  private Stamp() {}

  /** {@code 2005-04-22T17:00:00.0270000-07:00} for version 27. */
  public static String of(long version) {
    return SHAPE.format(FIRST.plusMillis(version).atOffset(ZONE));
  }

  /** The version of a stamp of ours; nothing for any other text. */
  public static OptionalLong version(String stamp) {
    try {
      long version = OffsetDateTime.parse(stamp).toInstant().toEpochMilli() - FIRST.toEpochMilli();
      return version >= 0 ? OptionalLong.of(version) : OptionalLong.empty();
    } catch (DateTimeException | ArithmeticException noStamp) {
      return OptionalLong.empty();
    }
  }
}

package im.chrysalis.wire.command;

import im.chrysalis.wire.dialect.Dialect;
import java.util.List;

/** Every version that has codecs, those included that no client is offered yet. */
final class Dialects {
  static final List<Dialect> ALL =
      List.of(
          Dialect.MSNP2,
          Dialect.MSNP3,
          Dialect.MSNP4,
          Dialect.MSNP5,
          Dialect.MSNP6,
          Dialect.MSNP7,
          Dialect.MSNP8,
          Dialect.MSNP9,
          Dialect.MSNP10,
          Dialect.MSNP11,
          Dialect.MSNP12,
          Dialect.MSNP13,
          Dialect.MSNP14,
          Dialect.MSNP15,
          Dialect.MSNP16,
          Dialect.MSNP17,
          Dialect.MSNP18,
          Dialect.MSNP21);

  static final int OLDEST = ALL.getFirst().number();
  static final int NEWEST = ALL.getLast().number();

  private Dialects() {}

  /** The versions from one to another, both included. */
  static List<Dialect> between(int first, int last) {
    return ALL.stream().filter(it -> first <= it.number() && it.number() <= last).toList();
  }
}

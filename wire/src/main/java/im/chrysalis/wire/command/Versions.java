package im.chrysalis.wire.command;

import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;

/** The lists' version in replies about them, up to MSNP9; read as 0 where it is not said. */
final class Versions {
  private Versions() {}

  static long read(Words words, Dialect dialect) throws MalformedCommand {
    return dialect.has(Trait.LIST_VERSIONS) ? words.unsigned("version") : 0;
  }

  /** How many words that takes. */
  static int words(Dialect dialect) {
    return dialect.has(Trait.LIST_VERSIONS) ? 1 : 0;
  }

  static Line write(Line line, long version, Dialect dialect) {
    return line.when(dialect.has(Trait.LIST_VERSIONS), version);
  }
}

package im.chrysalis.wire.command;

import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.dialect.Dialect;

/**
 * Reads and writes one command.
 *
 * @param <T> the command
 */
interface Codec<T> {
  /** Reads the command; the verb is already known to be its own. */
  T read(Frame frame, Dialect dialect) throws MalformedCommand;

  /** Writes the command in the dialect's shape. */
  Line write(T command, Dialect dialect);

  /** A codec of its two halves. */
  static <T> Codec<T> of(Reading<T> reading, Writing<T> writing) {
    return new Codec<>() {
      @Override
      public T read(Frame frame, Dialect dialect) throws MalformedCommand {
        return reading.read(frame, dialect);
      }

      @Override
      public Line write(T command, Dialect dialect) {
        return writing.write(command, dialect);
      }
    };
  }

  /** A codec of its two halves, for a command that is a line and nothing more. */
  static <T> Codec<T> ofLine(LineReading<T> reading, Writing<T> writing) {
    return of((frame, dialect) -> reading.read(frame.words(), dialect), writing);
  }

  /** The reading half. */
  @FunctionalInterface
  interface Reading<T> {
    T read(Frame frame, Dialect dialect) throws MalformedCommand;
  }

  /** The reading half of a command without a payload. */
  @FunctionalInterface
  interface LineReading<T> {
    T read(Words words, Dialect dialect) throws MalformedCommand;
  }

  /** The writing half. */
  @FunctionalInterface
  interface Writing<T> {
    Line write(T command, Dialect dialect);
  }
}

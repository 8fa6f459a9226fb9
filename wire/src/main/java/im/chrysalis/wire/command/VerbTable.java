package im.chrysalis.wire.command;

import im.chrysalis.wire.Frame;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which verbs one side may say, what reads each of them, and which dialects have it.
 *
 * @param <C> the family of commands
 */
final class VerbTable<C> {
  private final Map<String, Row<C>> rows = new HashMap<>();

  private record Row<C>(Predicate<Dialect> known, Codec.Reading<? extends C> reading) {}

  /** Adds a verb that every dialect has. */
  VerbTable<C> verb(String verb, Codec.Reading<? extends C> reading) {
    return verb(verb, _ -> true, reading);
  }

  /** Adds a verb of the dialects that have a trait. */
  VerbTable<C> verb(String verb, Trait trait, Codec.Reading<? extends C> reading) {
    return verb(verb, dialect -> dialect.has(trait), reading);
  }

  /** Adds a verb of some dialects. */
  VerbTable<C> verb(String verb, Predicate<Dialect> known, Codec.Reading<? extends C> reading) {
    rows.put(verb, new Row<>(known, reading));
    return this;
  }

  /** Reads a command; nothing when the dialect does not have its verb. */
  Optional<C> read(Frame frame, Dialect dialect) throws MalformedCommand {
    Row<C> row = rows.get(frame.words().verb());
    return row == null || !row.known().test(dialect)
        ? Optional.empty()
        : Optional.of(row.reading().read(frame, dialect));
  }
}

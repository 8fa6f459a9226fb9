package im.chrysalis.wire.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import im.chrysalis.wire.Cutting;
import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.dialect.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A table of commands and their bytes. Each row is read whole and byte by byte and written, in
 * every dialect that it is for.
 */
final class CodecTable<C> {
  private final Reading<C> reading;
  private final Writing<C> writing;
  private final Function<Dialect, PayloadRule> rules;
  private final List<DynamicTest> tests = new ArrayList<>();
  private final List<C> commands = new ArrayList<>();

  interface Reading<C> {
    C read(Frame frame, Dialect dialect) throws MalformedCommand;
  }

  interface Writing<C> {
    Line write(C command, Dialect dialect);
  }

  CodecTable(Reading<C> reading, Writing<C> writing, Function<Dialect, PayloadRule> rules) {
    this.reading = reading;
    this.writing = writing;
    this.rules = rules;
  }

  /** A command that looks so in every dialect. */
  CodecTable<C> row(String bytes, C command) {
    return between(Dialects.OLDEST, Dialects.NEWEST, bytes, command);
  }

  /** A command that looks so from a version on. */
  CodecTable<C> since(int first, String bytes, C command) {
    return between(first, Dialects.NEWEST, bytes, command);
  }

  /** A command that looks so up to a version. */
  CodecTable<C> upTo(int last, String bytes, C command) {
    return between(Dialects.OLDEST, last, bytes, command);
  }

  /** A command that looks so from a version to another one. */
  CodecTable<C> between(int first, int last, String bytes, C command) {
    commands.add(command);
    for (Dialect dialect : Dialects.between(first, last)) {
      addReading(dialect, bytes, command);
      addWriting(dialect, bytes, command);
    }
    return this;
  }

  /** Bytes that mean a command though we would write it otherwise. */
  CodecTable<C> alsoReads(String bytes, C command) {
    return alsoReads(Dialects.OLDEST, Dialects.NEWEST, bytes, command);
  }

  /** Bytes that mean a command in some versions though we would write it otherwise. */
  CodecTable<C> alsoReads(int first, int last, String bytes, C command) {
    for (Dialect dialect : Dialects.between(first, last)) {
      addReading(dialect, bytes, command);
    }
    return this;
  }

  /** What a command looks like in some versions though it would be read as another one. */
  CodecTable<C> alsoWrites(int first, int last, String bytes, C command) {
    for (Dialect dialect : Dialects.between(first, last)) {
      addWriting(dialect, bytes, command);
    }
    return this;
  }

  /** Bytes that no dialect takes. */
  CodecTable<C> refuses(Fault fault, String bytes) {
    return refuses(Dialects.OLDEST, Dialects.NEWEST, fault, bytes);
  }

  /** Bytes that no dialect takes from a version on. */
  CodecTable<C> refusesSince(int first, Fault fault, String bytes) {
    return refuses(first, Dialects.NEWEST, fault, bytes);
  }

  /** Bytes that some dialects do not take. */
  CodecTable<C> refuses(int first, int last, Fault fault, String bytes) {
    for (Dialect dialect : Dialects.between(first, last)) {
      tests.add(
          dynamicTest(
              dialect + " refuses " + bytes,
              () ->
                  assertThatExceptionOfType(MalformedCommand.class)
                      .isThrownBy(() -> read(dialect, bytes))
                      .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(fault))));
    }
    return this;
  }

  /** All tests, and one more: that every kind of command has a row. */
  Stream<DynamicTest> tests(Class<C> family) {
    return Stream.concat(
        tests.stream(),
        Stream.of(
            dynamicTest(
                "every command has a row",
                () ->
                    assertThat(kinds(commands))
                        .containsExactlyInAnyOrderElementsOf(kinds(family)))));
  }

  /** The record classes of a sealed family. */
  static Set<Class<?>> kinds(Class<?> family) {
    return family.isSealed()
        ? Arrays.stream(family.getPermittedSubclasses())
            .flatMap(part -> kinds(part).stream())
            .collect(Collectors.toSet())
        : Set.of(family);
  }

  /** The record classes of some commands. */
  static Set<Class<?>> kinds(List<?> commands) {
    return commands.stream().map(Object::getClass).collect(Collectors.toSet());
  }

  private void addReading(Dialect dialect, String bytes, C command) {
    tests.add(
        dynamicTest(
            dialect + " reads " + bytes,
            () -> assertThat(read(dialect, bytes)).usingRecursiveComparison().isEqualTo(command)));
    tests.add(
        dynamicTest(
            dialect + " reads byte by byte " + bytes,
            () -> {
              List<Frame> frames = Cutting.byteByByte(Cutting.bytes(bytes), rules.apply(dialect));
              assertThat(frames).hasSize(1);
              assertThat(reading.read(frames.getFirst(), dialect))
                  .usingRecursiveComparison()
                  .isEqualTo(command);
            }));
  }

  private void addWriting(Dialect dialect, String bytes, C command) {
    tests.add(
        dynamicTest(
            dialect + " writes " + bytes,
            () ->
                assertThat(latin1(writing.write(command, dialect).bytes()))
                    .isEqualTo(latin1(Cutting.bytes(bytes)))));
  }

  private C read(Dialect dialect, String bytes) throws MalformedCommand {
    return reading.read(Cutting.frame(bytes, rules.apply(dialect)), dialect);
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

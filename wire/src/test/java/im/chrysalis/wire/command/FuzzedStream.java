package im.chrysalis.wire.command;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.wire.Cutting;
import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Framer;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.dialect.Dialect;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What holds for any bytes at all, whichever side they come from. */
final class FuzzedStream {
  private FuzzedStream() {}

  /**
   * Cuts and reads the bytes in every dialect. Nothing but a malformed command may stop it, it does
   * not matter how the bytes arrive, and whatever can be read can also be written, and read again.
   */
  static <C> void survives(
      byte[] bytes,
      CodecTable.Reading<C> reading,
      CodecTable.Writing<C> writing,
      Function<Dialect, PayloadRule> rules) {
    for (Dialect dialect : Dialects.ALL) {
      List<String> whole = outcomes(bytes, bytes.length, dialect, reading, writing, rules);
      assertThat(outcomes(bytes, 1, dialect, reading, writing, rules)).isEqualTo(whole);
    }
  }

  /** Each command in its own words, or that it was malformed. */
  private static <C> List<String> outcomes(
      byte[] bytes,
      int pieces,
      Dialect dialect,
      CodecTable.Reading<C> reading,
      CodecTable.Writing<C> writing,
      Function<Dialect, PayloadRule> rules) {
    Framer framer = new Framer();
    PayloadRule rule = rules.apply(dialect);
    // no byte can be read behind the last one without an exception
    ByteBuf in = Unpooled.buffer(bytes.length, Math.max(1, bytes.length));
    List<String> outcomes = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += pieces) {
      in.writeBytes(bytes, from, Math.min(pieces, bytes.length - from));
      try {
        Optional<Frame> frame = framer.next(in, rule);
        while (frame.isPresent()) {
          outcomes.add(outcome(frame.get(), dialect, reading, writing, rule));
          frame = framer.next(in, rule);
        }
      } catch (MalformedCommand endOfStream) {
        outcomes.add(endOfStream.fault().toString());
        return outcomes;
      }
    }
    return outcomes;
  }

  private static <C> String outcome(
      Frame frame,
      Dialect dialect,
      CodecTable.Reading<C> reading,
      CodecTable.Writing<C> writing,
      PayloadRule rule) {
    C command;
    try {
      command = reading.read(frame, dialect);
    } catch (MalformedCommand malformed) {
      return malformed.fault().toString();
    }
    Line line = writing.write(command, dialect);
    // of an unknown one only the verb is kept
    if (!(command instanceof ClientCommand.Unknown)) {
      assertThat(again(line, dialect, reading, writing, rule)).hasToString(line.toString());
    }
    return line + " " + frame.payload().length;
  }

  private static <C> Line again(
      Line line,
      Dialect dialect,
      CodecTable.Reading<C> reading,
      CodecTable.Writing<C> writing,
      PayloadRule rule) {
    try {
      List<Frame> frames = Cutting.whole(line.bytes(), rule);
      assertThat(frames).hasSize(1);
      return writing.write(reading.read(frames.getFirst(), dialect), dialect);
    } catch (MalformedCommand malformed) {
      throw new AssertionError("what was written can't be read: " + line, malformed);
    }
  }
}

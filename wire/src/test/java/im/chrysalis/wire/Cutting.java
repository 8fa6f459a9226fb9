package im.chrysalis.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts bytes into frames, fed all at once or one by one. */
public final class Cutting {
  private Cutting() {}

  /** The frames in bytes that arrive all at once. */
  public static List<Frame> whole(byte[] bytes, PayloadRule rule) throws MalformedCommand {
    return inPieces(bytes, Math.max(1, bytes.length), rule);
  }

  /** The frames in bytes that arrive one by one. */
  public static List<Frame> byteByByte(byte[] bytes, PayloadRule rule) throws MalformedCommand {
    return inPieces(bytes, 1, rule);
  }

  /** The frames in bytes that arrive in pieces of a size. */
  public static List<Frame> inPieces(byte[] bytes, int size, PayloadRule rule)
      throws MalformedCommand {
    Framer framer = new Framer();
    ByteBuf in = Unpooled.buffer(bytes.length + 1);
    List<Frame> frames = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += size) {
      in.writeBytes(bytes, from, Math.min(size, bytes.length - from));
      Optional<Frame> frame = framer.next(in, rule);
      while (frame.isPresent()) {
        frames.add(frame.get());
        frame = framer.next(in, rule);
      }
    }
    return frames;
  }

  /** The one frame of a line, which may have its payload behind it. */
  public static Frame frame(String command, PayloadRule rule) throws MalformedCommand {
    List<Frame> frames = whole(bytes(command), rule);
    if (frames.size() != 1) {
      throw new AssertionError("not one command but " + frames.size() + ": " + command);
    }
    return frames.getFirst();
  }

  /** A line's bytes, its line end added unless a payload follows it. */
  public static byte[] bytes(String command) {
    String whole = command.contains("\r\n") ? command : command + "\r\n";
    return whole.getBytes(StandardCharsets.ISO_8859_1);
  }
}

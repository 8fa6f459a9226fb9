package im.chrysalis.app.control;

import im.chrysalis.app.operate.Lines;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One end of a connection over the control socket: frames in, frames out. */
final class Talk implements AutoCloseable {
  private static final int PIECE = 16 * 1024;

  private final SocketChannel channel;
  private final BufferedReader in;
  private final BufferedWriter out;

  Talk(SocketChannel channel) {
    this.channel = channel;
    in =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
    out =
        new BufferedWriter(
            new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
  }

  void say(Frame frame) throws IOException {
    out.write(Lines.asciiLine(frame));
    out.write('\n');
    out.flush();
  }

  /**
   * Waits for the next frame.
   *
   * @throws EOFException when the other end is gone
   */
  Frame next() throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new EOFException("the other end of the control socket is gone");
    }
    return Lines.value(line, Frame.class);
  }

  /** What is written here goes out as {@link Frame.Data}. */
  Writer writer() {
    return new BufferedWriter(new DataWriter(), PIECE);
  }

  /** Reads what comes in as {@link Frame.Data}, until {@link Frame.End}. */
  Reader reader() {
    return new DataReader();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private final class DataWriter extends Writer {
    @Override
    public void write(char[] text, int from, int length) throws IOException {
      // a pair of surrogates may be cut here: ASCII carries the halves, and they meet again
      say(new Frame.Data(new String(text, from, length)));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private final class DataReader extends Reader {
    private String piece = "";
    private int at;
    private boolean ended;

    @Override
    public int read(char[] text, int from, int length) throws IOException {
      while (at == piece.length()) {
        if (ended) {
          return -1;
        }
        switch (next()) {
          case Frame.Data(String more) -> {
            piece = more;
            at = 0;
          }
          case Frame.End _ -> ended = true;
          case Frame other -> throw new IOException("not expected: " + other.getClass());
        }
      }
      int end = Math.min(piece.length(), at + length);
      piece.getChars(at, end, text, from);
      int count = end - at;
      at = end;
      return count;
    }

    @Override
    public void close() {}
  }
}

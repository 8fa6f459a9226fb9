package im.chrysalis.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** One connection to the measured program, served by a {@link Loop}. */
public final class Connection {
  private static final byte[] NOTHING = {};

  private final Loop loop;
  private final SocketChannel channel;
  private final Talker talker;
  private final Framer framer = new Framer();
  private byte[] unsent = NOTHING;

  Connection(Loop loop, SocketChannel channel, Talker talker) {
    this.loop = loop;
    this.channel = channel;
    this.talker = talker;
  }

  /** Sends text of one byte a character; what the socket does not take waits until it does. */
  public void say(String text) throws IOException {
    say(text.getBytes(ISO_8859_1));
  }

  public void say(byte[] bytes) throws IOException {
    if (unsent.length > 0) {
      int before = unsent.length;
      unsent = Arrays.copyOf(unsent, before + bytes.length);
      System.arraycopy(bytes, 0, unsent, before, bytes.length);
      return;
    }
    int sent = loop.send(channel, bytes);
    if (sent < bytes.length) {
      unsent = Arrays.copyOfRange(bytes, sent, bytes.length);
      loop.watch(this, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
  }

  /** Ends the connection; the talker is not told. */
  public void close() {
    loop.forget(this);
  }

  /** Takes the connection out of its loop, as a blocking channel that the caller now owns. */
  public SocketChannel release() throws IOException {
    return loop.release(this);
  }

  SocketChannel channel() {
    return channel;
  }

  Talker talker() {
    return talker;
  }

  void connected() throws IOException {
    channel.finishConnect();
    loop.watch(this, SelectionKey.OP_READ);
    talker.connected(this);
  }

  void writable() throws IOException {
    int sent = loop.send(channel, unsent);
    unsent = Arrays.copyOfRange(unsent, sent, unsent.length);
    if (unsent.length == 0) loop.watch(this, SelectionKey.OP_READ);
  }

  void readable(ByteBuffer incoming, byte[] bytes) throws IOException {
    incoming.clear();
    int length = channel.read(incoming);
    if (length < 0) {
      loop.forget(this);
      talker.closed(this, "the server closed the connection");
      return;
    }
    incoming.flip().get(bytes, 0, length);
    framer.feed(bytes, length, line -> talker.heard(this, line));
  }
}

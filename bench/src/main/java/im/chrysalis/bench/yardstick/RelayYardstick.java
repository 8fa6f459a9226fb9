package im.chrysalis.bench.yardstick;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** The same as {@code relay.c}: passes messages between two connections. */
public final class RelayYardstick {
  private static final int ROOM = 1 << 17;

  private final byte[] head;
  private final ByteBuffer out = ByteBuffer.allocateDirect(ROOM * 2);

  private RelayYardstick(String sender) {
    head = ("MSG " + sender + " ").getBytes(ISO_8859_1);
  }

  /** One argument: address and name of the sender. */
  public static void main(String[] arguments) throws IOException {
    Ear.endWithStandardInput();
    new RelayYardstick(arguments[0]).run();
  }

  private void run() throws IOException {
    try (ServerSocketChannel listener = ServerSocketChannel.open();
        Selector selector = Selector.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      System.out.println("port " + listener.socket().getLocalPort());
      SocketChannel first = listener.accept();
      SocketChannel second = listener.accept();
      join(first, second, selector);
      join(second, first, selector);
      while (first.isOpen() && second.isOpen()) {
        selector.select(key -> pass((Side) key.attachment()));
      }
    }
  }

  private record Side(SocketChannel from, SocketChannel to, ByteBuffer in) {}

  private static void join(SocketChannel from, SocketChannel to, Selector selector)
      throws IOException {
    from.configureBlocking(false);
    from.setOption(StandardSocketOptions.TCP_NODELAY, true);
    from.register(
        selector, SelectionKey.OP_READ, new Side(from, to, ByteBuffer.allocateDirect(ROOM)));
  }

  private void pass(Side side) {
    try {
      if (side.from().read(side.in()) < 0) {
        side.from().close();
        return;
      }
      ByteBuffer in = side.in().flip();
      out.clear();
      while (copyMessage(in)) {}
      out.flip();
      while (out.hasRemaining()) side.to().write(out);
      in.compact();
    } catch (IOException _) {
      // either side is gone, and with it the reason to go on
      System.exit(0);
    }
  }

  private boolean copyMessage(ByteBuffer in) {
    int from = in.position();
    int lineEnd = from;
    while (lineEnd < in.limit() && in.get(lineEnd) != '\n') lineEnd++;
    if (lineEnd == in.limit()) return false;
    int digits = lineEnd - 1;
    while (digits > from && in.get(digits - 1) != ' ') digits--;
    int payload = 0;
    for (int i = digits; i < lineEnd - 1; i++) payload = payload * 10 + in.get(i) - '0';
    int end = lineEnd + 1 + payload;
    if (end > in.limit()) return false;
    out.put(head).put(in.slice(digits, end - digits));
    in.position(end);
    return true;
  }
}

package im.chrysalis.bench.load;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/**
 * Opens connections to a server on this machine. One source address has some 28,000 ports, and
 * Linux searches long for a free one when half of them are taken: so the connections come in turn
 * from several of 127.0.0.x, which Linux has without any configuration.
 */
final class Dialer {
  private static final int SOURCES = System.getProperty("os.name").equals("Linux") ? 8 : 1;

  private int dialled;

  /** A non-blocking channel that connects, or has connected already. */
  SocketChannel dial(InetSocketAddress to) throws IOException {
    for (int attempt = 1; ; attempt++) {
      int source = 1 + dialled++ % SOURCES;
      SocketChannel channel = SocketChannel.open();
      try {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        if (source > 1) channel.bind(new InetSocketAddress(address(source), 0));
        channel.connect(to);
        return channel;
      } catch (BindException e) {
        // this address has no ports left
        channel.close();
        if (attempt == SOURCES) throw e;
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    }
  }

  private static InetAddress address(int last) throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
  }
}

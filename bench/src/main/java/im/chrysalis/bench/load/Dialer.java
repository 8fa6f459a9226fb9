package im.chrysalis.bench.load;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/**
 * Opens connections to a server on this machine. One source address has some 28,000 ports; when
 * they run out the next of 127.0.0.x is used.
 */
final class Dialer {
  private static final int LAST_SOURCE = 20;

  private int source = 1;

  /** A non-blocking channel that connects, or has connected already. */
  SocketChannel dial(InetSocketAddress to) throws IOException {
    while (true) {
      SocketChannel channel = SocketChannel.open();
      try {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        if (source > 1) channel.bind(new InetSocketAddress(sourceAddress(), 0));
        channel.connect(to);
        return channel;
      } catch (BindException e) {
        channel.close();
        if (source == LAST_SOURCE) throw e;
        source++;
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    }
  }

  private InetAddress sourceAddress() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) source});
  }
}

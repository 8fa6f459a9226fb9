package im.chrysalis.bench.load;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FerryTest {
  @Test
  void aMessageThatIsNotRelayedAsItWasSentIsNoticed() throws Exception {
    try (ServerSocketChannel door = ServerSocketChannel.open()) {
      door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      try (SocketChannel from = SocketChannel.open(door.getLocalAddress());
          SocketChannel fromFarEnd = door.accept();
          SocketChannel to = SocketChannel.open(door.getLocalAddress());
          SocketChannel toFarEnd = door.accept()) {
        Thread.ofVirtual().start(() -> spoilTheSecond(fromFarEnd, toFarEnd));
        try (Ferry ferry = new Ferry(from, to)) {
          assertThatThrownBy(() -> ferry.run(1, Duration.ofSeconds(1)))
              .isInstanceOf(LoadFailed.class)
              .hasMessage("a message did not arrive as the first one did");
        }
      }
    }
  }

  private static void spoilTheSecond(SocketChannel in, SocketChannel out) {
    try {
      int head = "MSG 3 N 200\r\n".length();
      ByteBuffer message = ByteBuffer.allocate(head + Ferry.PAYLOAD);
      for (int number = 1; ; number++) {
        message.clear();
        while (message.hasRemaining()) {
          if (in.read(message) < 0) return;
        }
        message.flip().position(head);
        if (number == 2) message.put(message.limit() - 1, (byte) 'y');
        out.write(ByteBuffer.wrap("MSG a@x A 200\r\n".getBytes()));
        while (message.hasRemaining()) out.write(message);
      }
    } catch (IOException _) {
      // the test is over
    }
  }
}

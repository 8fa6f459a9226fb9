package im.chrysalis.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody who does not read is let go, by what waits for them or by the time they take. */
class SlowReaderTest {
  private final Loops loops = new Loops(1);
  private final AtomicLong nanos = new AtomicLong();
  private final CountDownLatch gone = new CountDownLatch(1);
  private final CountDownLatch congested = new CountDownLatch(1);

  @AfterEach
  void stop() {
    loops.close();
  }

  /** Says as much as it is told to, as soon as somebody comes. */
  private final class Talker implements Protocol {
    private final int bytes;

    Talker(int bytes) {
      this.bytes = bytes;
    }

    @Override
    public void opened(Connection connection) {
      int chunk = 16 * 1024;
      for (int said = 0; said < bytes; said += chunk) {
        connection.write(connection.buffer(chunk).writeZero(chunk));
        if (connection.isCongested()) {
          congested.countDown();
        }
      }
    }

    @Override
    public void received(ByteBuf in) {
      in.skipBytes(in.readableBytes());
    }

    @Override
    public void expired() {}

    @Override
    public void relieved() {}

    @Override
    public void closed() {
      gone.countDown();
    }
  }

  private Listener listen(int bytes, Marks marks) throws IOException {
    return Listener.open(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        loops,
        new Gate(Gate.Limits.DEFAULT),
        marks,
        nanos::get,
        _ -> new Talker(bytes));
  }

  private static Socket deaf(Listener listener) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(listener.address());
    return socket;
  }

  @Test
  void moreThanTheLimitIsNotKept() throws Exception {
    try (Listener listener = listen(64 * 1024 * 1024, Marks.DEFAULT);
        Socket socket = deaf(listener)) {
      assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(socket.isConnected()).isTrue();
    }
  }

  @Test
  void whoTakesNothingForTooLongIsLetGo() throws Exception {
    Marks marks = new Marks(64 * 1024, 32 * 1024, Integer.MAX_VALUE, Duration.ofSeconds(30));
    try (Listener listener = listen(32 * 1024 * 1024, marks);
        Socket socket = deaf(listener)) {
      assertThat(congested.await(20, TimeUnit.SECONDS)).isTrue();
      nanos.addAndGet(Duration.ofSeconds(29).toNanos());
      assertThat(gone.await(1, TimeUnit.SECONDS)).isFalse();
      nanos.addAndGet(Duration.ofSeconds(32).toNanos());
      assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(socket.isConnected()).isTrue();
    }
  }
}

package im.chrysalis.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Serves any number of connections on the thread that calls {@link #runUntil}, and only while it
 * runs there. Not for several threads.
 */
public final class Loop implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final long LONGEST_WAIT_MILLISECONDS = 50;

  private final Selector selector;
  private final Dialer dialer = new Dialer();
  private final ByteBuffer incoming = ByteBuffer.allocateDirect(BUFFER);
  private final ByteBuffer outgoing = ByteBuffer.allocateDirect(BUFFER);
  private final byte[] bytes = new byte[BUFFER];
  private Optional<LoadFailed> failure = Optional.empty();

  public Loop() throws IOException {
    selector = Selector.open();
  }

  /** Starts to connect; the talker hears when the connection stands. */
  public Connection open(InetSocketAddress to, Talker talker) throws IOException {
    SocketChannel channel = dialer.dial(to);
    Connection connection = new Connection(this, channel, talker);
    channel.register(selector, SelectionKey.OP_CONNECT, connection);
    if (channel.isConnected()) connection.connected();
    return connection;
  }

  /** Ends the current {@link #runUntil} with this failure. */
  public void fail(String why) {
    if (failure.isEmpty()) failure = Optional.of(new LoadFailed(why));
  }

  /**
   * Serves all connections until the condition holds.
   *
   * @param limit how long to try
   * @param awaited what the condition stands for, to complete "waited 10 s for …"
   * @throws LoadFailed when the limit has passed or a talker failed
   */
  public void runUntil(BooleanSupplier condition, Duration limit, String awaited)
      throws IOException, LoadFailed {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new LoadFailed("waited " + limit.toMillis() / 1000.0 + " s for " + awaited);
      }
      selector.select(this::serve, LONGEST_WAIT_MILLISECONDS);
      throwFailure();
    }
  }

  /** Serves what is there to serve, without waiting. */
  public void runOnce() throws IOException, LoadFailed {
    selector.selectNow(this::serve);
    throwFailure();
  }

  /** Serves all connections for a while. */
  public void runFor(Duration time) throws IOException, LoadFailed {
    long end = System.nanoTime() + time.toNanos();
    runUntil(() -> System.nanoTime() >= end, time.plusSeconds(10), "time to pass");
  }

  /** Closes all connections. */
  @Override
  public void close() throws IOException {
    if (!selector.isOpen()) return;
    for (SelectionKey key : new ArrayList<>(selector.keys())) key.channel().close();
    selector.close();
  }

  int send(SocketChannel channel, byte[] message) throws IOException {
    outgoing.clear();
    outgoing.put(message, 0, Math.min(message.length, BUFFER)).flip();
    return channel.write(outgoing);
  }

  void watch(Connection connection, int operations) {
    connection.channel().keyFor(selector).interestOps(operations);
  }

  void forget(Connection connection) {
    try {
      connection.channel().close();
    } catch (IOException e) {
      fail("a socket does not close: " + e.getMessage());
    }
  }

  SocketChannel release(Connection connection) throws IOException {
    SocketChannel channel = connection.channel();
    channel.keyFor(selector).cancel();
    selector.selectNow();
    channel.configureBlocking(true);
    return channel;
  }

  private void serve(SelectionKey key) {
    Connection connection = (Connection) key.attachment();
    try {
      if (key.isConnectable()) connection.connected();
      else if (key.isWritable()) connection.writable();
      if (key.isValid() && key.isReadable()) connection.readable(incoming, bytes);
    } catch (IOException e) {
      forget(connection);
      connection.talker().closed(connection, String.valueOf(e.getMessage()));
    }
  }

  private void throwFailure() throws LoadFailed {
    if (failure.isEmpty()) return;
    LoadFailed why = failure.get();
    failure = Optional.empty();
    throw why;
  }
}

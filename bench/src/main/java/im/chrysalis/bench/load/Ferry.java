package im.chrysalis.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import im.chrysalis.bench.report.Latencies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sends messages into one channel and takes them out of another, with a fixed number on their way,
 * and compares every byte that arrives. One thread and blocking calls: the least load there is.
 */
public final class Ferry implements AutoCloseable {
  /** The length of one message's payload in bytes. */
  public static final int PAYLOAD = 200;

  private static final int MOST_IN_FLIGHT = 64;
  private static final Duration LONGEST_RUN = Duration.ofSeconds(30);

  /** What is sent. */
  static final String MESSAGE_TEXT = "MSG 3 N " + PAYLOAD + "\r\n" + payload();

  private static final byte[] MESSAGE = MESSAGE_TEXT.getBytes(ISO_8859_1);

  private final SocketChannel from;
  private final SocketChannel to;
  private final ByteBuffer outgoing = ByteBuffer.allocateDirect(MESSAGE.length * MOST_IN_FLIGHT);
  private final ByteBuffer incoming = ByteBuffer.allocateDirect(1 << 16);
  private final byte[] frame;
  private final ByteBuffer expected;
  private final ScheduledExecutorService watchman =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  /** What passed in one run. */
  public record Passage(long messages, Latencies latencies) {}

  /** Sends a first message to learn how it arrives. */
  public Ferry(SocketChannel from, SocketChannel to) throws IOException, LoadFailed {
    this.from = from;
    this.to = to;
    for (int i = 0; i < MOST_IN_FLIGHT; i++) outgoing.put(MESSAGE);
    frame = guarded(this::learn);
    expected = ByteBuffer.allocateDirect(frame.length + incoming.capacity());
    while (expected.remaining() >= frame.length) expected.put(frame);
    expected.put(frame, 0, expected.remaining()).clear();
  }

  /** The words between {@code MSG} and the length in an arriving message: address and name. */
  public String sender() {
    String line = new String(frame, 0, frame.length - PAYLOAD, ISO_8859_1).stripTrailing();
    return line.substring("MSG ".length(), line.lastIndexOf(' '));
  }

  /** Keeps {@code inFlight} messages on their way for some time, then lets the last arrive. */
  public Passage run(int inFlight, Duration time) throws IOException, LoadFailed {
    return guarded(() -> pass(inFlight, time));
  }

  private Passage pass(int inFlight, Duration time) throws IOException, LoadFailed {
    long end = System.nanoTime() + time.toNanos();
    Latencies latencies = new Latencies();
    long[] sentAt = new long[inFlight];
    long sent = send(inFlight, sentAt, 0);
    long arrived = 0;
    long bytes = 0;
    while (arrived < sent) {
      bytes += receive((int) (bytes % frame.length));
      long now = System.nanoTime();
      long complete = bytes / frame.length;
      int fresh = (int) (complete - arrived);
      for (; arrived < complete; arrived++) {
        latencies.record(now - sentAt[(int) (arrived % inFlight)]);
      }
      if (now < end && fresh > 0) sent += send(fresh, sentAt, sent);
    }
    return new Passage(arrived, latencies);
  }

  private int send(int count, long[] sentAt, long sent) throws IOException {
    long now = System.nanoTime();
    for (int i = 0; i < count; i++) sentAt[(int) ((sent + i) % sentAt.length)] = now;
    outgoing.clear().limit(count * MESSAGE.length);
    while (outgoing.hasRemaining()) from.write(outgoing);
    return count;
  }

  /** Reads what is there and compares it with what must come at this place within a message. */
  private int receive(int at) throws IOException, LoadFailed {
    incoming.clear();
    int length = to.read(incoming);
    if (length < 0) throw new LoadFailed("the connection was closed while messages were on it");
    incoming.flip();
    if (incoming.mismatch(expected.clear().position(at).limit(at + length)) >= 0) {
      throw new LoadFailed("a message did not arrive as the first one did");
    }
    return length;
  }

  private byte[] learn() throws IOException, LoadFailed {
    send(1, new long[1], 0);
    incoming.clear();
    byte[] payload = Arrays.copyOfRange(MESSAGE, MESSAGE.length - PAYLOAD, MESSAGE.length);
    while (true) {
      if (to.read(incoming) < 0) throw new LoadFailed("closed instead of relaying a message");
      byte[] seen = new byte[incoming.position()];
      incoming.duplicate().flip().get(seen);
      String text = new String(seen, ISO_8859_1);
      int head = text.indexOf("\r\n") + 2;
      if (head < 2 || seen.length < head + PAYLOAD) continue;
      boolean whole =
          text.startsWith("MSG ")
              && text.substring(0, head).endsWith(" " + PAYLOAD + "\r\n")
              && Arrays.equals(seen, head, seen.length, payload, 0, PAYLOAD);
      if (!whole) throw new LoadFailed("not the message that was sent: " + text);
      return seen;
    }
  }

  /** Something that reads from a channel that may have fallen silent. */
  private interface Reading<T> {
    T read() throws IOException, LoadFailed;
  }

  /** Closes the channels when a reading takes much too long, for a blocking read knows no limit. */
  private <T> T guarded(Reading<T> reading) throws IOException, LoadFailed {
    ScheduledFuture<?> alarm =
        watchman.schedule(this::closeChannels, LONGEST_RUN.toSeconds(), TimeUnit.SECONDS);
    try {
      return reading.read();
    } catch (AsynchronousCloseException e) {
      throw new LoadFailed("messages stopped arriving");
    } finally {
      alarm.cancel(false);
    }
  }

  private void closeChannels() {
    try {
      from.close();
      to.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    watchman.shutdownNow();
  }

  /** What is said in each message. */
  static String payload() {
    String head =
        """
        MIME-Version: 1.0\r
        Content-Type: text/plain; charset=UTF-8\r
        X-MMS-IM-Format: FN=Arial; EF=; CO=0; CS=0; PF=22\r
        \r
        """;
    return head + "x".repeat(PAYLOAD - head.length());
  }
}

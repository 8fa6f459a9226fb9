package im.chrysalis.app.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Passes on what is written in a few larger pieces, because one call of the system for each line
 * costs a loop more than making the line. Nothing waits longer than {@link #LONGEST} or past {@link
 * #flush}; after {@link #close}, nothing waits at all. Any thread.
 */
final class Gathering extends OutputStream {
  static final Duration LONGEST = Duration.ofMillis(50);

  /** Beyond this whoever writes passes it on, and so waits for a reader that is slow. */
  private static final int MOST = 32 * 1024;

  private final OutputStream to;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(2 * MOST);
  private boolean closed;

  /**
   * Passes on to a stream, which is not closed.
   *
   * @param to where it goes; used by one thread at a time
   */
  Gathering(OutputStream to) {
    this.to = to;
    Thread.ofPlatform().daemon().name("log").start(this::passOnNowAndThen);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    boolean now;
    synchronized (waiting) {
      if (waiting.size() == 0) {
        waiting.notifyAll();
      }
      waiting.write(bytes, from, length);
      now = closed || waiting.size() > MOST;
    }
    if (now) {
      flush();
    }
  }

  /** Passes on what waits; it has left when this returns. */
  @Override
  public void flush() throws IOException {
    synchronized (to) { // taken and passed on in one, or two threads would swap lines
      byte[] piece;
      synchronized (waiting) {
        piece = waiting.toByteArray();
        waiting.reset();
      }
      to.write(piece);
      to.flush();
    }
  }

  /** From now on, everything is passed on at once. */
  @Override
  public void close() throws IOException {
    synchronized (waiting) {
      closed = true;
      waiting.notifyAll();
    }
    flush();
  }

  private void passOnNowAndThen() {
    try {
      while (isOpenWhenSomethingWaits()) {
        Thread.sleep(LONGEST);
        flush();
      }
    } catch (InterruptedException | IOException end) {
      closeQuietly();
    }
  }

  private boolean isOpenWhenSomethingWaits() throws InterruptedException {
    synchronized (waiting) {
      while (waiting.size() == 0 && !closed) {
        waiting.wait();
      }
      return !closed;
    }
  }

  /** Nobody is left to be told that nothing can be written. */
  private void closeQuietly() {
    synchronized (waiting) {
      closed = true;
    }
  }
}

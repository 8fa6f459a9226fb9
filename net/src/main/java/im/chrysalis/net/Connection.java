package im.chrysalis.net;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * One connection, whatever carries it. Except where a method says otherwise, call it on the
 * connection's loop only.
 */
public interface Connection {
  /** Unique since the process started; stands in every line of the log. Any thread. */
  long id();

  /** Who is at the other end. Any thread. */
  InetSocketAddress remote();

  /** The address that the other end reached. Any thread. */
  InetSocketAddress local();

  /** Runs things on the connection's loop. Any thread. */
  Executor loop();

  /** Whether the calling thread is the connection's loop. Any thread. */
  boolean isInLoop();

  /** A buffer to be filled and given to {@link #write}. */
  ByteBuf buffer(int capacity);

  /**
   * Sends bytes; takes over the reference. They leave at the end of the current read, together with
   * all else that was written meanwhile. Ignored once the connection is gone.
   */
  void write(ByteBuf bytes);

  /**
   * Calls back once all that was written so far has left this process for the network, with whether
   * it did; false when the connection ended before. That the other end has read it nobody knows.
   */
  void whenTaken(Consumer<Boolean> then);

  /** Whether more than the high mark is waiting to be sent. */
  boolean isCongested();

  /** Takes no more bytes until {@link #resume}. */
  void pause();

  /** Takes bytes again, those first that were left over. */
  void resume();

  /**
   * Calls {@link Protocol#expired} when the time passes without another call of this or the next.
   */
  void expectWithin(Duration time);

  /** There is no deadline any more. */
  void expectNothing();

  /**
   * Goes on at another connection's loop, so that the two need no lock between them. Nothing is
   * received meanwhile; from this call on, the connection belongs to the other loop.
   *
   * @param loop what {@link #loop} of another connection returned
   * @param arrived runs on the other loop, before anything more is received
   */
  void moveTo(Executor loop, Runnable arrived);

  /**
   * Sends what was written and then closes; gives the other end a second to read it and to close
   * first, because many clients take a reset for a network error.
   */
  void close();

  /**
   * Sends what was written and closes at once: for an other end that has said goodbye, and so waits
   * for nothing and sends nothing more.
   */
  void part();
}

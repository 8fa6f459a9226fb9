package im.chrysalis.net;

import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What all connections of one loop share: those with unsent bytes, so that each is flushed once per
 * read, and those with a deadline, so that one sweep serves all of them.
 */
final class LoopState {
  private static final long SWEEP_MILLIS = 250;
  private static final FastThreadLocal<LoopState> CURRENT = new FastThreadLocal<>();

  private final List<SocketConnection> unflushed = new ArrayList<>();
  private final List<SocketConnection> watched = new ArrayList<>();
  private final LongSupplier nanos;
  private boolean reading;
  private boolean flushComing;
  private boolean sweepComing;

  private LoopState(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** The state of the loop that calls. */
  static LoopState current(LongSupplier nanos) {
    LoopState state = CURRENT.get();
    if (state == null) {
      state = new LoopState(nanos);
      CURRENT.set(state);
    }
    return state;
  }

  long now() {
    return nanos.getAsLong();
  }

  void beginRead() {
    reading = true;
  }

  void endRead() {
    reading = false;
    flush();
  }

  /** Flushes the connection at the end of the read that goes on, or else soon. */
  void flushLater(SocketConnection connection) {
    unflushed.add(connection);
    if (!reading && !flushComing) {
      flushComing = true;
      connection.loop().execute(this::flush);
    }
  }

  private void flush() {
    flushComing = false;
    for (int i = 0; i < unflushed.size(); i++) {
      unflushed.get(i).flush();
    }
    unflushed.clear();
  }

  void watch(SocketConnection connection) {
    connection.watchedAt(watched.size());
    watched.add(connection);
    if (!sweepComing) {
      sweepLater(connection);
    }
  }

  void unwatch(int place) {
    SocketConnection last = watched.removeLast();
    if (place < watched.size()) {
      watched.set(place, last);
      last.watchedAt(place);
    }
  }

  private void sweepLater(SocketConnection any) {
    sweepComing = true;
    any.channel().eventLoop().schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    sweepComing = false;
    long now = now();
    for (SocketConnection connection : List.copyOf(watched)) {
      connection.checkTime(now);
    }
    if (!watched.isEmpty()) {
      sweepLater(watched.getFirst());
    }
  }
}

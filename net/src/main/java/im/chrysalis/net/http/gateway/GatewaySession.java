package im.chrysalis.net.http.gateway;

import im.chrysalis.net.Connection;
import im.chrysalis.net.ConnectionNumber;
import im.chrysalis.net.Marks;
import im.chrysalis.net.Protocol;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that is carried by requests. */
final class GatewaySession implements Connection {
  private static final Logger LOG = LoggerFactory.getLogger(GatewaySession.class);

  private final long number = ConnectionNumber.next();
  private final Ends ends;
  private final Home home;
  private final Protocol protocol;
  private final GatewayLimits limits;
  private final LongSupplier nanos;
  private final Runnable gone;
  private final Inbox input;
  private final Outbox output;
  private final Deadlines deadlines;
  private final Exchanges exchanges;
  private final List<Consumer<Boolean>> untilTaken = new ArrayList<>(0);
  private boolean answerComing;
  private boolean paused;
  private boolean moving;
  private boolean closing;
  private boolean closed;

  /** The two ends of the request that opened the session. */
  record Ends(InetSocketAddress remote, InetSocketAddress local) {}

  /**
   * A session.
   *
   * @param gone called once when the session is gone
   */
  GatewaySession(
      SessionId id,
      Ends ends,
      EventLoop loop,
      Protocol protocol,
      Marks marks,
      GatewayLimits limits,
      LongSupplier nanos,
      Runnable gone) {
    this.ends = ends;
    this.home = new Home(loop);
    this.protocol = protocol;
    this.limits = limits;
    this.nanos = nanos;
    this.gone = gone;
    this.input = new Inbox(limits.input());
    this.output = new Outbox(marks);
    this.deadlines = new Deadlines(nanos, output, limits.idle());
    this.exchanges = new Exchanges(id);
  }

  // what requests bring; any thread

  /** Begins, with the request that asked for it. */
  void open(Exchange first) {
    home.run(() -> {
      exchanges.takeFirst(first);
      guarded(() -> protocol.opened(this));
      hold(first);
      feed(first.body());
    });
  }

  /** Serves a further request. */
  void serve(SessionId asked, Exchange next) {
    home.run(() -> {
      if (closed) {
        next.refuse();
        return;
      }
      switch (exchanges.take(asked, next)) {
        case NEW -> {
          hold(next);
          feed(next.body());
        }
        case AGAIN -> hold(next);
        case REPEATED -> deadlines.request(limits.idle());
        case STALE -> {}
      }
    });
  }

  /** When this wants to be woken. */
  long wakeAt() {
    return deadlines.first();
  }

  /** The time may have come at which it wants to be woken. */
  void wake() {
    home.run(this::checkTime);
  }

  /** Ends it without sending what waits. */
  void end() {
    home.run(this::drop);
  }

  private void hold(Exchange next) {
    deadlines.request(next.patience(limits));
    answerLater();
  }

  private void feed(byte[] body) {
    if (closing || body.length == 0) {
      return;
    }
    if (input.add(body)) {
      offer();
    } else {
      LOG.info("connection={} remote={} dropped: says too much at once", number, remote());
      drop();
    }
  }

  private void offer() {
    if (!paused && !moving && !closing) {
      input.offerTo(bytes -> guarded(() -> protocol.received(bytes)));
    }
  }

  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException bug) {
      LOG.error("connection={} remote={} failed", number, remote(), bug);
      protocol.failed();
      close();
    }
  }

  // answers

  /**
   * Answers when the step that goes on has ended: a protocol writes whole commands in one step.
   * COMPAT papyon reads each body by itself and loses a command that is cut.
   */
  private void answerLater() {
    if (exchanges.held() != null && !answerComing) {
      answerComing = true;
      home.run(() -> {
        answerComing = false;
        Exchange held = exchanges.held();
        if (held != null && (closing || held.isDue(paused || moving, !output.isEmpty()))) {
          answer(held);
        }
      });
    }
  }

  private void answer(Exchange held) {
    if (closing || held.order() instanceof Order.Close) {
      ended();
      return;
    }
    boolean wasCongested = output.isCongested();
    exchanges.answer(output.takeAll());
    tellTaken(true);
    deadlines.request(limits.idle());
    if (wasCongested) {
      guarded(protocol::relieved);
    }
  }

  /** Closes without sending what waits. */
  private void drop() {
    closing = true;
    output.takeAll();
    home.run(this::ended);
  }

  private void ended() {
    if (closed) {
      return;
    }
    closed = true;
    closing = true;
    input.clear();
    gone.run();
    exchanges.answerLast(output.takeAll());
    tellTaken(false);
    guarded(protocol::closed);
  }

  private void tellTaken(boolean taken) {
    List<Consumer<Boolean>> all = List.copyOf(untilTaken);
    untilTaken.clear();
    all.forEach(then -> guarded(() -> then.accept(taken)));
  }

  // what the protocol asks for

  @Override
  public long id() {
    return number;
  }

  @Override
  public InetSocketAddress remote() {
    return ends.remote();
  }

  @Override
  public InetSocketAddress local() {
    return ends.local();
  }

  @Override
  public Executor loop() {
    return home.loop();
  }

  @Override
  public boolean isInLoop() {
    return home.loop().inEventLoop();
  }

  @Override
  public ByteBuf buffer(int capacity) {
    return Unpooled.buffer(capacity);
  }

  @Override
  public void write(ByteBuf bytes) {
    if (closing) {
      bytes.release();
      return;
    }
    output.add(bytes, nanos.getAsLong());
    if (output.isOverLimit()) {
      LOG.info("connection={} remote={} dropped: reads too slowly", number, remote());
      drop();
      return;
    }
    deadlines.reckon();
    answerLater();
  }

  @Override
  public void whenTaken(Consumer<Boolean> then) {
    if (closing || output.isEmpty()) {
      then.accept(!closing);
    } else {
      untilTaken.add(then);
    }
  }

  @Override
  public boolean isCongested() {
    return output.isCongested();
  }

  @Override
  public void pause() {
    paused = true;
  }

  @Override
  public void resume() {
    if (paused && !closing) {
      paused = false;
      offer();
      answerLater();
    }
  }

  /** What was written goes with the answer that is held, or waits for a request to fetch it. */
  @Override
  public void close() {
    if (!closing) {
      closing = true;
      deadlines.noProtocol();
      deadlines.request(limits.lastWord());
      answerLater();
    }
  }

  /** The goodbye, too, came with a request that has to be answered. */
  @Override
  public void part() {
    close();
  }

  @Override
  public void moveTo(Executor other, Runnable arrived) {
    if (!(other instanceof EventLoop loop) || loop.equals(home.loop())) {
      arrived.run();
      return;
    }
    moving = true;
    home.moveTo(
        loop,
        () -> {
          moving = false;
          guarded(arrived);
          offer();
          answerLater();
        });
  }

  // time

  @Override
  public void expectWithin(Duration time) {
    deadlines.protocol(time);
  }

  @Override
  public void expectNothing() {
    deadlines.noProtocol();
  }

  private void checkTime() {
    if (closed) {
      return;
    }
    Exchange held = exchanges.held();
    if (deadlines.patienceIsOver()) {
      LOG.info("connection={} remote={} dropped: stopped reading", number, remote());
      drop();
    } else if (deadlines.requestIsOver() && held == null) {
      LOG.debug("connection={} remote={} dropped: asks no more", number, remote());
      drop();
    } else {
      if (deadlines.requestIsOver() && held != null) {
        answer(held);
      }
      if (deadlines.protocolIsOver() && !closing) {
        deadlines.noProtocol();
        guarded(protocol::expired);
      }
      deadlines.reckon();
    }
  }
}

package im.chrysalis.server.session;

import im.chrysalis.net.Connection;
import im.chrysalis.net.Protocol;
import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Framer;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.Words;
import io.netty.buffer.ByteBuf;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads commands off a connection, strictly one after the other: while the answer to one is
 * awaited, the next waits, and so does the client. What is said during a step leaves together at
 * its end.
 */
public abstract class CommandLoop implements Protocol {
  private static final Logger LOG = LoggerFactory.getLogger(CommandLoop.class);
  private static final int FIRST_BUFFER = 512;
  private static final int BAD_SYNTAX = 200;

  private final Framer framer = new Framer();
  private @Nullable Connection connection;
  private @Nullable ByteBuf saying;
  private boolean stepping;
  private boolean awaiting;
  private boolean asking;
  private boolean heldBack;
  private boolean closing;

  // what a role adds

  /** Which commands have a payload now. */
  protected abstract PayloadRule payloads();

  /** Reads one command and acts on it. */
  protected abstract void on(Frame frame) throws MalformedCommand;

  /** What became of bytes that a role looked at first. */
  protected enum Taken {
    /** A whole command was taken out. */
    YES,
    /** It is none of the commands that the role takes by itself. */
    NO,
    /** It is one, but not whole yet. */
    NOT_YET
  }

  /** Takes a command out of the bytes by itself, before they are cut in the ordinary way. */
  protected Taken take(ByteBuf in) throws MalformedCommand {
    return Taken.NO;
  }

  /** A command lacks words, or has wrong ones. */
  protected void badSyntax(TrId trId) {
    refuse(BAD_SYNTAX, trId);
  }

  /** The code that says an account name is none. */
  protected abstract int badAddress();

  /**
   * The client is gone, or is being sent off: nothing more is read from it or said to it. Called
   * once, whoever closed.
   */
  protected abstract void gone();

  /** What comes after a step, such as what arrived from elsewhere while it went on. */
  protected void afterStep() {}

  // the loop

  @Override
  public void opened(Connection newConnection) {
    connection = newConnection;
  }

  @Override
  public final void received(ByteBuf in) {
    step(() -> {
      try {
        boolean more = true;
        while (more && !awaiting && !heldBack && !closing) {
          more =
              switch (framer.isBetweenCommands() ? take(in) : Taken.NO) {
                case YES -> true;
                case NO -> next(in);
                case NOT_YET -> false;
              };
        }
      } catch (MalformedCommand fault) {
        LOG.debug("connection={} fault={} {}", id(), fault.fault(), fault.getMessage());
        close();
      }
    });
  }

  private boolean next(ByteBuf in) throws MalformedCommand {
    Optional<Frame> frame = framer.next(in, payloads());
    frame.ifPresent(this::act);
    return frame.isPresent();
  }

  private void act(Frame frame) {
    Words words = frame.words();
    try {
      on(frame);
    } catch (MalformedCommand fault) {
      LOG.debug("connection={} fault={} {}", id(), fault.fault(), fault.getMessage());
      Optional<TrId> trId = words.firstTrId();
      switch (fault.fault()) {
        case SYNTAX -> trId.ifPresentOrElse(this::badSyntax, this::close);
        case ADDRESS -> trId.ifPresentOrElse(id -> refuse(badAddress(), id), this::close);
        case TRANSACTION, CHOICE, LIMIT, STREAM -> close();
      }
    }
  }

  /** Does something on the connection's loop as one step: what it says leaves together. */
  protected final void step(Runnable what) {
    if (stepping) {
      what.run();
      return;
    }
    stepping = true;
    try {
      what.run();
    } finally {
      stepping = false;
      afterStep();
      send();
    }
  }

  protected final boolean isStepping() {
    return stepping;
  }

  /**
   * Waits for an answer before the next command is read.
   *
   * @param trId of the command that is answered, for the case that there is no answer
   * @param then on the connection's loop; not called when the connection is gone by then
   */
  protected final <T> void await(CompletionStage<T> answer, TrId trId, Consumer<T> then) {
    CompletableFuture<T> future = answer.toCompletableFuture();
    if (future.isDone() && !future.isCompletedExceptionally()) {
      then.accept(future.join());
      return;
    }
    awaiting = true;
    connection().pause();
    asking = true;
    future.whenComplete((value, fault) -> {
      Runnable outcome = fault == null ? () -> then.accept(value) : () -> failed(fault, trId);
      if (asking && connection().isInLoop()) {
        answered(outcome); // it came just now, and events behind it wait for the loop already
      } else {
        onLoop(() -> answered(outcome));
      }
    });
    asking = false;
  }

  private void answered(Runnable outcome) {
    if (!closing) {
      awaiting = false;
      step(outcome);
      readOn();
    }
  }

  /**
   * Does something on the connection's loop, later. Nothing once the loops have stopped, since with
   * them the connection is gone. Any thread.
   */
  protected final void onLoop(Runnable what) {
    try {
      connection().loop().execute(what);
    } catch (RejectedExecutionException stopped) {
      LOG.debug("connection={} is gone with its loop", id());
    }
  }

  /** Whether the answer to a command is awaited. */
  protected final boolean isAwaiting() {
    return awaiting;
  }

  /** Reads nothing more until {@link #goOn}. */
  protected final void holdBack() {
    heldBack = true;
    connection().pause();
  }

  /** Reads on. */
  protected final void goOn() {
    heldBack = false;
    readOn();
  }

  private void readOn() {
    if (!awaiting && !heldBack) {
      connection().resume();
    }
  }

  /** There is no answer to a command, because something of ours failed. */
  protected void failed(Throwable fault, TrId trId) {
    LOG.warn("connection={} failed={}", id(), fault.toString(), fault);
    refuse(500, trId);
  }

  // what is said

  /** Says a line. */
  protected final void say(Line line) {
    if (!closing) {
      line.writeTo(words());
    }
  }

  /** Says bytes that were made before. */
  protected final void say(byte[] bytes) {
    if (!closing) {
      words().writeBytes(bytes);
    }
  }

  /** Refuses a command. */
  protected final void refuse(int code, TrId trId) {
    say(Line.of(Integer.toString(code), trId));
  }

  private ByteBuf words() {
    ByteBuf buffer = saying;
    if (buffer == null) {
      buffer = connection().buffer(FIRST_BUFFER);
      saying = buffer;
    }
    return buffer;
  }

  private void send() {
    ByteBuf buffer = saying;
    if (buffer != null) {
      saying = null;
      connection().write(buffer);
    }
  }

  /** Sends what was said, and closes. */
  protected final void close() {
    end(Connection::close);
  }

  /** Closes for a client that has said goodbye. */
  protected final void part() {
    end(Connection::part);
  }

  private void end(Consumer<Connection> how) {
    if (!closing) {
      send();
      closing = true;
      how.accept(connection());
      gone();
    }
  }

  /** Whether nothing more is read or said. */
  protected final boolean isClosing() {
    return closing;
  }

  @Override
  public final void closed() {
    if (closing) {
      return;
    }
    closing = true;
    ByteBuf buffer = saying;
    saying = null;
    if (buffer != null) {
      buffer.release();
    }
    gone();
  }

  @Override
  public void expired() {
    close();
  }

  @Override
  public void relieved() {}

  protected final Connection connection() {
    Connection it = connection;
    if (it == null) {
      throw new IllegalStateException("not connected yet");
    }
    return it;
  }

  private long id() {
    return connection().id();
  }
}

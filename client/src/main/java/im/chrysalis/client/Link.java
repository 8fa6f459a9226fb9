package im.chrysalis.client;

import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Framer;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.PayloadRule;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a server as the messenger sees it: whole commands in, lines out, all on the
 * messenger's turn.
 */
final class Link {
  private static final Logger LOG = LoggerFactory.getLogger(Link.class);

  /** Who speaks on a link. Called on the messenger's turn. */
  interface Speaker {
    void opened();

    /** Which lines of the server have a payload. */
    PayloadRule payloads();

    void heard(Frame frame) throws MalformedCommand;

    /** The link is gone, and not because it was closed here. */
    void lost(Failure why);
  }

  private final Executor turn;
  private final Framer framer = new Framer();
  private final ByteBuf arrived = Unpooled.buffer();
  private final CompletableFuture<@Nullable Void> gone = new CompletableFuture<>();
  private Speaker speaker;
  private Road.@Nullable Pipe pipe;
  private boolean ended;

  private Link(Executor turn, Speaker speaker) {
    this.turn = turn;
    this.speaker = speaker;
  }

  /** Connects. */
  static Link open(Road.Kind kind, ServerAddress server, Office office, Speaker speaker) {
    Link link = new Link(office.turn(), speaker);
    office.road().open(kind, server, link.new Ear());
    return link;
  }

  /** From now on, somebody else speaks. */
  void handOver(Speaker next) {
    speaker = next;
  }

  /** Says something; ignored once the link is gone. */
  void say(Line line) {
    Road.Pipe open = pipe;
    if (open == null || ended) {
      return;
    }
    LOG.trace("connection={} > {}", open.id(), line);
    open.write(line.bytes());
  }

  /** The same for what no log may hold. */
  void whisper(Line line) {
    Road.Pipe open = pipe;
    if (open != null && !ended) {
      open.write(line.bytes());
    }
  }

  /** Closes once all that was said is sent. The speaker hears nothing more. */
  void close() {
    ended = true;
    Road.Pipe open = pipe;
    if (open != null) {
      open.close();
    }
  }

  /** Done when there is no connection any more. */
  CompletionStage<@Nullable Void> gone() {
    return gone;
  }

  private void end(Failure why) {
    if (!ended) {
      close();
      speaker.lost(why);
    }
  }

  private void take(byte[] bytes) {
    arrived.writeBytes(bytes);
    try {
      while (!ended) {
        Optional<Frame> frame = framer.next(arrived, speaker.payloads());
        if (frame.isEmpty()) {
          break;
        }
        speaker.heard(frame.get());
      }
    } catch (MalformedCommand fault) {
      end(new Failure.NotUnderstood(String.valueOf(fault.getMessage())));
    }
    arrived.discardReadBytes();
  }

  private void open(Road.Pipe made) {
    pipe = made;
    if (ended) {
      made.close();
    } else {
      speaker.opened();
    }
  }

  /** The road's side. */
  private final class Ear implements Road.Traveller {
    @Override
    public void arrived(Road.Pipe made) {
      turn.execute(() -> open(made));
    }

    @Override
    public void failed(Failure why) {
      turn.execute(() -> over(why));
    }

    @Override
    public void received(byte[] bytes) {
      turn.execute(() -> take(bytes));
    }

    @Override
    public void closed(String why) {
      turn.execute(() -> over(new Failure.ConnectionLost(why)));
    }

    private void over(Failure why) {
      end(why);
      gone.complete(null);
    }
  }
}

package im.chrysalis.client;

import im.chrysalis.net.Connection;
import im.chrysalis.net.Connector;
import im.chrysalis.net.Protocol;
import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Framer;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.PayloadRule;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a server as the messenger sees it: whole commands in, lines out, all on the
 * messenger's turn. The event loop only copies bytes.
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
  private @Nullable Connection connection;
  private boolean ended;

  private Link(Executor turn, Speaker speaker) {
    this.turn = turn;
    this.speaker = speaker;
  }

  /** Connects. The host's name is looked up on a thread of its own, since that may take long. */
  static Link open(ServerAddress server, Connector connector, Executor turn, Speaker speaker) {
    Link link = new Link(turn, speaker);
    Thread.ofVirtual().name("lookup-" + server.host()).start(() -> link.connect(server, connector));
    return link;
  }

  private void connect(ServerAddress server, Connector connector) {
    InetSocketAddress address = new InetSocketAddress(server.host(), server.port());
    if (address.isUnresolved()) {
      turn.execute(() -> unreachable(server, "no such host"));
      return;
    }
    connector
        .connect(address, new Ear())
        .whenComplete((_, fault) -> {
          if (fault != null) {
            turn.execute(() -> unreachable(server, reason(fault)));
          }
        });
  }

  private static String reason(Throwable fault) {
    Throwable cause = fault.getCause() == null ? fault : fault.getCause();
    String message = String.valueOf(cause.getMessage());
    int colon = message.indexOf(": ");
    // the address stands in front of Netty's reason, and in ours too
    return message.contains("Connection refused")
        ? "nobody listens there"
        : colon < 0 ? message : message.substring(0, colon);
  }

  private void unreachable(ServerAddress server, String why) {
    end(new Failure.Unreachable(server, why));
    gone.complete(null);
  }

  /** From now on, somebody else speaks. */
  void handOver(Speaker next) {
    speaker = next;
  }

  /** Says something; ignored once the link is gone. */
  void say(Line line) {
    Connection open = connection;
    if (open == null || ended) {
      return;
    }
    LOG.trace("connection={} > {}", open.id(), line);
    byte[] bytes = line.bytes();
    open.loop().execute(() -> open.write(open.buffer(bytes.length).writeBytes(bytes)));
  }

  /** Closes once all that was said is sent. The speaker hears nothing more. */
  void close() {
    ended = true;
    Connection open = connection;
    if (open != null) {
      open.loop().execute(open::close);
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

  private void open(Connection made) {
    connection = made;
    if (ended) {
      made.loop().execute(made::close);
    } else {
      speaker.opened();
    }
  }

  /** The event loop's side. */
  private final class Ear implements Protocol {
    @Override
    public void opened(Connection made) {
      turn.execute(() -> open(made));
    }

    @Override
    public void received(ByteBuf in) {
      byte[] bytes = new byte[in.readableBytes()];
      in.readBytes(bytes);
      turn.execute(() -> take(bytes));
    }

    @Override
    public void expired() {}

    @Override
    public void relieved() {}

    @Override
    public void closed() {
      turn.execute(() -> {
        end(new Failure.ConnectionLost("the server closed it"));
        gone.complete(null);
      });
    }
  }
}

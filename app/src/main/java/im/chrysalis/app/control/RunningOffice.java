package im.chrysalis.app.control;

import im.chrysalis.app.operate.Exchange;
import im.chrysalis.app.operate.Lines;
import im.chrysalis.app.operate.Order;
import im.chrysalis.app.operate.Refused;
import java.io.IOException;
import java.io.Reader;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orders to the server that runs, through its control socket. */
final class RunningOffice implements Office {
  private static final Logger LOG = LoggerFactory.getLogger(RunningOffice.class);

  private static final int PIECE = 16 * 1024;

  private final Talk talk;

  /** Why what was to be handed in can't be read; then the server is not heard to the end. */
  private volatile @Nullable IOException unreadable;

  private RunningOffice(Talk talk) {
    this.talk = talk;
  }

  /** The server that runs on a data directory; nothing when none takes orders at this moment. */
  static @Nullable RunningOffice find(Path data) throws IOException {
    if (!Files.exists(data.resolve(ControlPath.SOCKET))) {
      return null;
    }
    try (ControlPath path = ControlPath.in(data)) {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        channel.connect(path.address());
        return new RunningOffice(new Talk(channel));
      } catch (IOException nobody) {
        channel.close();
        return null; // it is about to start or to stop, or was killed; the lock will tell
      }
    }
  }

  @Override
  public <R> R carryOut(Order<R> order, Exchange exchange) throws Refused, IOException {
    talk.say(new Frame.Ordered(order));
    Thread.ofVirtual().start(() -> handIn(exchange.incoming()));
    try {
      return answer(order, exchange);
    } catch (IOException fault) {
      IOException cause = unreadable;
      throw cause == null ? fault : cause;
    }
  }

  private <R> R answer(Order<R> order, Exchange exchange) throws Refused, IOException {
    while (true) {
      switch (talk.next()) {
        case Frame.Data(String text) -> exchange.outgoing().write(text);
        case Frame.Answered(var answer) -> {
          exchange.outgoing().flush();
          return Lines.value(answer, order.answer());
        }
        case Frame.NotDone(String why) -> throw new Refused(why);
        case Frame.Failed(String why) ->
            throw new Refused("the server could not do it (its log says more): " + why);
        case Frame other -> throw new IOException("not expected: " + other.getClass());
      }
    }
  }

  /** Beside the answers, which may come before everything is handed in. */
  private void handIn(Reader incoming) {
    try {
      char[] piece = new char[PIECE];
      for (int length = read(incoming, piece); length >= 0; length = read(incoming, piece)) {
        talk.say(new Frame.Data(new String(piece, 0, length)));
      }
      talk.say(new Frame.End());
    } catch (IOException fault) {
      if (unreadable != null) {
        cutOff();
      }
      // else the server takes no more: it has answered without hearing all, or is gone, and whoever
      // waits for the answer reads which
    }
  }

  /** So that the server does not take a part for the whole. */
  private void cutOff() {
    try {
      talk.close();
    } catch (IOException fault) {
      LOG.debug("the control socket did not close: {}", fault.toString());
    }
  }

  private int read(Reader incoming, char[] piece) throws IOException {
    try {
      return incoming.read(piece);
    } catch (IOException fault) {
      unreadable = fault;
      throw fault;
    }
  }

  @Override
  public void close() throws IOException {
    talk.close();
  }
}

package im.chrysalis.app.control;

import im.chrysalis.app.operate.Exchange;
import im.chrysalis.app.operate.Lines;
import im.chrysalis.app.operate.Order;
import im.chrysalis.app.operate.Refused;
import im.chrysalis.app.operate.Workplace;
import im.chrysalis.store.StoreException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes orders from commands on the same machine, through a socket that only the owner can open.
 */
public final class ControlServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

  private final Path data;
  private final Workplace workplace;
  private final ControlPath path;
  private final ServerSocketChannel listening;
  private final Set<Talk> talks = ConcurrentHashMap.newKeySet();

  private ControlServer(
      Path data, Workplace workplace, ControlPath path, ServerSocketChannel listening) {
    this.data = data;
    this.workplace = workplace;
    this.path = path;
    this.listening = listening;
  }

  /**
   * Opens the socket of a data directory whose lock this process has.
   *
   * @throws IOException when that can't be done; the message is a sentence
   */
  public static ControlServer open(Path data, Workplace workplace) throws IOException {
    try {
      Path socket = data.resolve(ControlPath.SOCKET);
      Files.deleteIfExists(socket); // left behind by a server that was killed
      ControlPath path = ControlPath.in(data);
      ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      listening.bind(path.address());
      if (socket.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
      }
      ControlServer server = new ControlServer(data, workplace, path, listening);
      Thread.ofPlatform().name("control").daemon().start(server::accept);
      return server;
    } catch (IOException fault) {
      throw new IOException("the control socket in " + data + " can't be opened: " + fault, fault);
    }
  }

  private void accept() {
    while (listening.isOpen()) {
      try {
        SocketChannel channel = listening.accept();
        Thread.ofVirtual().name("control-order").start(() -> serve(new Talk(channel)));
      } catch (ClosedChannelException closed) {
        return;
      } catch (IOException fault) {
        LOG.warn("the control socket can't take a command", fault);
        return;
      }
    }
  }

  private void serve(Talk talk) {
    talks.add(talk);
    try (talk) {
      if (talk.next() instanceof Frame.Ordered(Order<?> order)) {
        LOG.info("order={}", order);
        talk.say(carryOut(order, talk));
      }
    } catch (IOException gone) {
      LOG.debug("a command went away: {}", gone.toString());
    } finally {
      talks.remove(talk);
    }
  }

  private Frame carryOut(Order<?> order, Talk talk) throws IOException {
    Exchange exchange = Exchange.of(talk.reader(), talk.writer());
    try {
      Object answer = order.carryOut(workplace, exchange);
      exchange.outgoing().flush();
      return new Frame.Answered(Lines.tree(answer));
    } catch (Refused | StoreException refused) {
      return new Frame.NotDone(String.valueOf(refused.getMessage()));
    } catch (RuntimeException bug) {
      LOG.error("order={} failed", order, bug);
      return new Frame.Failed(bug.toString());
    }
  }

  /** Takes no more orders; those under way are cut off. */
  @Override
  public void close() throws IOException {
    listening.close();
    for (Talk talk : talks) {
      talk.close();
    }
    Files.deleteIfExists(data.resolve(ControlPath.SOCKET));
    path.close();
  }
}

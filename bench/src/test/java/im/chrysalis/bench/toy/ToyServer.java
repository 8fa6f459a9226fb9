package im.chrysalis.bench.toy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;

/** A server on a port for each of its parts, a virtual thread for each connection. */
public final class ToyServer implements AutoCloseable {
  private static final int BACKLOG = 4096;

  private final ServerSocket notificationDoor;
  private final ServerSocket switchboardDoor;
  private final ServerSocket httpDoor;
  private final ServerSocket httpsDoor;

  private interface Service {
    void serve(ToyLine line) throws IOException;
  }

  /** Where to listen; 0 is any free port. */
  record Ports(int notification, int switchboard, int http, int https) {
    static final Ports ANY = new Ports(0, 0, 0, 0);
  }

  private ToyServer(ToyAccounts accounts, Ports ports, Path keys) throws IOException {
    notificationDoor = door(ports.notification());
    switchboardDoor = door(ports.switchboard());
    httpDoor = door(ports.http());
    httpsDoor = ToyTls.door(ports.https(), BACKLOG, InetAddress.getLoopbackAddress(), keys);
    ToyTickets tickets = new ToyTickets();
    ToySwitchboard switchboard = new ToySwitchboard(switchboardDoor.getLocalPort());
    ToyNotification notification = new ToyNotification(accounts, tickets, switchboard);
    ToyWeb web = new ToyWeb(accounts, tickets, addressOf(switchboardDoor));
    listen(notificationDoor, notification::serve);
    listen(switchboardDoor, switchboard::serve);
    listen(httpDoor, web::serve);
    listen(httpsDoor, web::serve);
  }

  private static ServerSocket door(int port) throws IOException {
    return new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
  }

  /** Serves the accounts of an import file on any free ports, with new keys in the same folder. */
  public static ToyServer start(Path accounts) throws IOException {
    Path keys = accounts.resolveSibling("toy-keys");
    ToyTls.makeKeys(keys);
    return start(accounts, Ports.ANY, keys);
  }

  static ToyServer start(Path accounts, Ports ports, Path keys) throws IOException {
    return new ToyServer(ToyAccounts.read(accounts), ports, keys);
  }

  public InetSocketAddress address() {
    return addressOf(notificationDoor);
  }

  public InetSocketAddress http() {
    return addressOf(httpDoor);
  }

  public InetSocketAddress https() {
    return addressOf(httpsDoor);
  }

  private static InetSocketAddress addressOf(ServerSocket door) {
    return new InetSocketAddress(door.getInetAddress(), door.getLocalPort());
  }

  private static void listen(ServerSocket door, Service service) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          while (!door.isClosed()) {
            try {
              Socket socket = door.accept();
              Thread.startVirtualThread(() -> serve(socket, service));
            } catch (SocketException _) {
              return; // the door was closed
            } catch (IOException e) {
              e.printStackTrace();
            }
          }
        });
  }

  private static void serve(Socket socket, Service service) {
    try (ToyLine line = new ToyLine(socket)) {
      service.serve(line);
    } catch (IOException _) {
      // the client has gone in the middle of something
    }
  }

  @Override
  public void close() throws IOException {
    notificationDoor.close();
    switchboardDoor.close();
    httpDoor.close();
    httpsDoor.close();
  }
}

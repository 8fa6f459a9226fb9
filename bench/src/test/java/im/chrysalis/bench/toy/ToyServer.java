package im.chrysalis.bench.toy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;

/** A notification server and a switchboard on two ports, a virtual thread for each connection. */
public final class ToyServer implements AutoCloseable {
  private static final int BACKLOG = 4096;

  private final ServerSocket notificationDoor;
  private final ServerSocket switchboardDoor;

  private interface Service {
    void serve(ToyLine line) throws IOException;
  }

  private ToyServer(ToyAccounts accounts, int notificationPort, int switchboardPort)
      throws IOException {
    InetAddress host = InetAddress.getLoopbackAddress();
    notificationDoor = new ServerSocket(notificationPort, BACKLOG, host);
    switchboardDoor = new ServerSocket(switchboardPort, BACKLOG, host);
    ToySwitchboard switchboard = new ToySwitchboard(switchboardDoor.getLocalPort());
    ToyNotification notification = new ToyNotification(accounts, switchboard);
    listen(notificationDoor, notification::serve);
    listen(switchboardDoor, switchboard::serve);
  }

  /** Serves the accounts of an import file; port 0 takes a free one. */
  public static ToyServer start(Path accounts, int notificationPort, int switchboardPort)
      throws IOException {
    return new ToyServer(ToyAccounts.read(accounts), notificationPort, switchboardPort);
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(
        notificationDoor.getInetAddress(), notificationDoor.getLocalPort());
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
  }
}

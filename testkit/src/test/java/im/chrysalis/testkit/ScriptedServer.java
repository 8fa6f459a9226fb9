package im.chrysalis.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A socket server that answers lines as a test says; for all three roles at once. */
final class ScriptedServer implements AutoCloseable {
  /** What to do about a line, which comes without its end. */
  @FunctionalInterface
  interface Answers {
    void to(String line, Client client) throws IOException;
  }

  /** One connection, seen from the server. */
  record Client(Socket socket, InputStream in) {
    void send(String bytes) throws IOException {
      socket.getOutputStream().write(Bytes.array(bytes));
    }

    String read(int count) throws IOException {
      return Bytes.of(in.readNBytes(count));
    }

    void close() throws IOException {
      socket.close();
    }
  }

  /** The line that stands for the end of what the client sends. */
  static final String END = "(end)";

  private final ServerSocket listener;
  private final Answers answers;
  private final List<Client> clients = new CopyOnWriteArrayList<>();

  ScriptedServer(Answers answers) {
    this.answers = answers;
    try {
      listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  List<Client> clients() {
    return clients;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        var client = new Client(socket, new BufferedInputStream(socket.getInputStream()));
        clients.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        if (!listener.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Client client) {
    try {
      var line = new StringBuilder();
      int b;
      while ((b = client.in.read()) >= 0) {
        if (b == '\n') {
          answers.to(line.toString().replace("\r", ""), client);
          line.setLength(0);
        } else {
          line.append((char) b);
        }
      }
      answers.to(END, client);
    } catch (IOException _) {
      // the test has closed the connection
    } finally {
      clients.remove(client);
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Client client : clients) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

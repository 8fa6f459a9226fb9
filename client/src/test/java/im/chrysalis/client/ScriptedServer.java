package im.chrysalis.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A server whose lines are in the test: it says what it is told to, and expects what it is told.
 */
final class ScriptedServer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final ServerSocket listening;
  private final List<Peer> peers = new ArrayList<>();

  ScriptedServer() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    listening.setSoTimeout(PATIENCE_MILLIS);
  }

  ServerAddress address() {
    return new ServerAddress("127.0.0.1", listening.getLocalPort());
  }

  /** The next who connects. */
  Peer accept() throws IOException {
    Peer peer = new Peer(listening.accept());
    peers.add(peer);
    return peer;
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Peer peer : peers) {
      peer.close();
    }
  }

  /** One connection, from the server's side. */
  static final class Peer {
    private final Socket socket;
    private final InputStream in;

    private Peer(Socket socket) throws IOException {
      this.socket = socket;
      socket.setSoTimeout(PATIENCE_MILLIS);
      in = new BufferedInputStream(socket.getInputStream());
    }

    /** The next line, without its end; fails at the end of the stream. */
    String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int next = in.read(); next != '\n'; next = in.read()) {
        assertThat(next).as("a byte after %s", line).isNotEqualTo(-1);
        line.append((char) next);
      }
      assertThat(line).endsWith("\r");
      return line.substring(0, line.length() - 1);
    }

    String payload(int length) throws IOException {
      return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** The payload of a line that ends with its length. */
    String payloadOf(String line) throws IOException {
      return payload(Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)));
    }

    Peer expect(String line) throws IOException {
      assertThat(line()).isEqualTo(line);
      return this;
    }

    /** The next line, of which only the beginning is known. */
    String expectStart(String start) throws IOException {
      String line = line();
      assertThat(line).startsWith(start);
      return line;
    }

    Peer say(String... lines) throws IOException {
      StringBuilder all = new StringBuilder();
      for (String line : lines) {
        all.append(line).append("\r\n");
      }
      return write(all.toString());
    }

    /** Says a line with the length of what follows it, and what follows. */
    Peer sayWith(String line, String payload) throws IOException {
      int length = payload.getBytes(StandardCharsets.UTF_8).length;
      return write(line + " " + length + "\r\n" + payload);
    }

    private Peer write(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      return this;
    }

    void expectEnd() throws IOException {
      assertThat(in.read()).isEqualTo(-1);
    }

    void close() throws IOException {
      socket.close();
    }
  }
}

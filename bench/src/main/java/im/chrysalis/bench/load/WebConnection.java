package im.chrysalis.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * One HTTP connection, kept open, with calls that block: what is sent is one write, and an answer
 * is taken whole. Texts are of one byte a character.
 */
public final class WebConnection implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String LENGTH = "\r\nContent-Length: ";

  private final Socket socket;
  private final InputStream in;

  /**
   * What came back.
   *
   * @param head status line and fields
   */
  public record Answer(String head, String body) {

    /** Whether the status is 200. */
    public boolean isOk() {
      return head.startsWith("HTTP/1.1 200 ");
    }

    @Override
    public String toString() {
      return head.lines().findFirst().orElse("nothing");
    }
  }

  WebConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) PATIENCE.toMillis());
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Connects without TLS. */
  public static WebConnection plain(InetSocketAddress server) throws IOException {
    return new WebConnection(new Socket(server.getAddress(), server.getPort()));
  }

  /** Connects with TLS and a handshake in full, whatever certificate is shown. */
  public static WebConnection secure(InetSocketAddress server) throws IOException {
    return new WebConnection(
        AnyCertificate.context()
            .getSocketFactory()
            .createSocket(server.getAddress(), server.getPort()));
  }

  /** Asks and waits for the answer. */
  public Answer ask(String request) throws IOException {
    send(request);
    return receive();
  }

  /** Sends a whole request. */
  public void send(String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
  }

  /** Waits for the next answer. */
  public Answer receive() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      head.append((char) next());
    }
    byte[] body = in.readNBytes(length(head));
    return new Answer(head.toString(), new String(body, ISO_8859_1));
  }

  private int next() throws IOException {
    int next = in.read();
    if (next < 0) throw new EOFException("the connection ended in the middle of an answer");
    return next;
  }

  private static int length(StringBuilder head) throws IOException {
    int at = head.indexOf(LENGTH);
    if (at < 0) throw new IOException("an answer without length: " + head);
    int from = at + LENGTH.length();
    return Integer.parseInt(head, from, head.indexOf("\r\n", from), 10);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package im.chrysalis.net.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Somebody who sends bytes and reads answers exactly. */
public final class Caller implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;

  public Caller(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  public static Caller to(InetSocketAddress address) throws IOException {
    return new Caller(new Socket(address.getAddress(), address.getPort()));
  }

  public Caller say(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  Caller sayByteByByte(String text) throws IOException {
    socket.setTcpNoDelay(true);
    for (int i = 0; i < text.length(); i++) {
      say(text.substring(i, i + 1));
    }
    return this;
  }

  /** One answer, head and body, as it came. */
  public String answer() throws IOException {
    String head = head();
    int length =
        head.lines()
            .filter(it -> it.startsWith("Content-Length: "))
            .findFirst()
            .map(it -> Integer.parseInt(it.substring("Content-Length: ".length())))
            .orElse(0);
    byte[] body = socket.getInputStream().readNBytes(length);
    return head + new String(body, StandardCharsets.ISO_8859_1);
  }

  /** One answer to {@code HEAD}. */
  String head() throws IOException {
    StringBuilder head = new StringBuilder();
    InputStream in = socket.getInputStream();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return head.toString();
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** Everything until the other end closes. */
  public String rest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}

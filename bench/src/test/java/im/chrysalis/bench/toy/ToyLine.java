package im.chrysalis.bench.toy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;

/** One client's socket, read command by command. Writing is open to all threads. */
final class ToyLine implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  ToyLine(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    out = new BufferedOutputStream(socket.getOutputStream());
  }

  /** The words of the next line; empty when the client has gone. */
  Optional<String[]> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) return Optional.empty();
      line.write(next);
    }
    return Optional.of(line.toString(ISO_8859_1).stripTrailing().split(" "));
  }

  byte[] payload(int length) throws IOException {
    return in.readNBytes(length);
  }

  synchronized void say(String... lines) throws IOException {
    for (String line : lines) out.write((line + "\r\n").getBytes(ISO_8859_1));
    out.flush();
  }

  synchronized void say(String line, byte[] payload) throws IOException {
    out.write((line + "\r\n").getBytes(ISO_8859_1));
    out.write(payload);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package im.chrysalis.app.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that takes letters for most people, none for {@code gone} and {@code full}. */
final class GrumpyMailServer implements AutoCloseable {
  private final ServerSocket door;

  GrumpyMailServer() throws IOException {
    door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket client = door.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
        talk(in, client.getOutputStream());
      } catch (IOException gone) {
        continue; // the client or this server has ended
      }
    }
  }

  private static void talk(BufferedReader in, OutputStream out) throws IOException {
    say(out, "220 grumpy.example.test");
    boolean inLetter = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (inLetter) {
        inLetter = !line.equals(".");
        if (!inLetter) {
          say(out, "250 well then");
        }
      } else if (line.startsWith("RCPT TO:<gone@")) {
        say(out, "550 nobody of that name");
      } else if (line.startsWith("RCPT TO:<full@")) {
        say(out, "452 come back later");
      } else if (line.equals("DATA")) {
        inLetter = true;
        say(out, "354 go on");
      } else {
        say(out, "250 yes");
      }
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}

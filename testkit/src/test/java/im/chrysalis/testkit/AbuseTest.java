package im.chrysalis.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.NewAccount;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should send hurts nobody else, and what it costs is bounded. */
class AbuseTest {
  private static final int PATIENCE_MILLIS = 20_000;

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.onSqlite(Set.of());
    Person anna = Person.named("anna");
    server.createAccount(NewAccount.of(anna.address(), anna.password()).forLegacyClients());
  }

  /** Whatever was done to the server, it serves the next one who comes. */
  @AfterEach
  void othersAreServed() throws Exception {
    try (Socket socket = open(server.notification())) {
      send(socket, "VER 1 MSNP7 CVR0\r\n");
      assertThat(line(socket)).isEqualTo("VER 1 MSNP7");
      send(socket, "USR 2 MD5 I anna@example.test\r\n");
      assertThat(line(socket)).startsWith("USR 2 MD5 S ");
    }
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dispatch", "notification", "switchboard"})
  void aLineWithoutEndClosesItsConnection(String role) throws Exception {
    try (Socket socket = open(address(role))) {
      sendUntilClosed(socket, "A".repeat(4096), 64);
      assertClosed(socket);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dispatch", "notification", "switchboard"})
  void bytesThatAreNoCommandCloseTheirConnection(String role) throws Exception {
    byte[] bytes = new byte[2048];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    try (Socket socket = open(address(role))) {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().write('\n');
      assertClosed(socket);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"4294967295", "99999999999999", "-1", "x", "1665"})
  void aMessageOfFalseLengthIsNotAwaited(String length) throws Exception {
    try (Socket socket = open(server.switchboard())) {
      send(socket, "MSG 1 U " + length + "\r\n");
      assertClosed(socket);
    }
  }

  @Test
  void aFloodBeforeSignInIsAnsweredOrClosedButNotKept() throws Exception {
    try (Socket socket = open(server.notification())) {
      send(socket, "VER 1 MSNP7\r\n");
      assertThat(line(socket)).isEqualTo("VER 1 MSNP7");
      sendUntilClosed(socket, "PNG\r\n".repeat(500), 50);
      assertClosed(socket);
    }
  }

  @Test
  void whoSaysNothingIsLetGoAfterAMinute() throws Exception {
    List<Socket> silent = new ArrayList<>();
    for (String role : List.of("dispatch", "notification", "switchboard")) {
      silent.add(open(address(role)));
    }
    server.passTime(Duration.ofSeconds(61));
    for (Socket socket : silent) {
      assertClosed(socket);
      socket.close();
    }
  }

  @Test
  void whoNeverReadsDoesNotStopTheServer() throws Exception {
    try (Socket deaf = open(server.dispatch())) {
      String questions = "CVR 1 0x0409 win 4.10 i386 MSMSGS 1.0.0863 MSMSGS\r\n".repeat(200);
      sendUntilClosed(deaf, questions, 20);
    }
  }

  private InetSocketAddress address(String role) {
    return switch (role) {
      case "dispatch" -> server.dispatch();
      case "notification" -> server.notification();
      default -> server.switchboard();
    };
  }

  private static Socket open(InetSocketAddress address) throws IOException {
    Socket socket = new Socket(address.getAddress(), address.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends until the server has enough, or all was sent. */
  private static void sendUntilClosed(Socket socket, String text, int times) throws IOException {
    OutputStream out = socket.getOutputStream();
    try {
      for (int i = 0; i < times; i++) {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      }
    } catch (SocketException enough) {
      assertThat(enough).isNotNull();
    }
  }

  private static String line(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    InputStream in = socket.getInputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private static void assertClosed(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    try {
      byte[] rest = in.readAllBytes();
      assertThat(rest.length).isLessThan(64 * 1024);
    } catch (SocketException reset) {
      assertThat(reset).isNotNull();
    }
  }
}

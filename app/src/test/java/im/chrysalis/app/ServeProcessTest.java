package im.chrysalis.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} as a process of its own. */
@Timeout(60)
class ServeProcessTest {
  @TempDir Path directory;
  private final List<Process> started = new ArrayList<>();

  private Process serve(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--data",
                directory.resolve("data").toString()));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectError(log()).start();
    started.add(process);
    return process;
  }

  private File log() {
    return directory.resolve("log").toFile();
  }

  @AfterEach
  void leaveNothingBehind() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // has no SIGTERM
  void aServerSaysWhenItIsReadyAndEndsWithZeroSoonAfterItIsAskedTo() throws Exception {
    DataDirectory.in(directory.resolve("data"));
    Process server = serve();
    try (BufferedReader out = server.inputReader()) {
      List<String> said = saidUntilReady(out);
      assertThat(said).contains("There is no account yet. Make one in another terminal:");
      assertThat(said)
          .anyMatch(it -> it.matches("dispatch server +127\\.0\\.0\\.1:\\d+"))
          .anyMatch(it -> it.matches("http +127\\.0\\.0\\.1:\\d+"))
          .anyMatch(it -> it.matches("https +127\\.0\\.0\\.1:\\d+"))
          .endsWith("ready");

      server.toHandle().destroy(); // SIGTERM; unlike the process itself it leaves the streams open

      assertThat(server.waitFor(8, TimeUnit.SECONDS)).as("ended within 8 s").isTrue();
      assertThat(server.exitValue()).isZero();
      assertThat(out.readLine()).isNull();
    }
  }

  private static List<String> saidUntilReady(BufferedReader out) throws IOException {
    List<String> said = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.add(line);
      if (line.equals("ready")) {
        break;
      }
    }
    return said;
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // has no openssl
  void oldTlsIsAdmittedOnTheHttpsPortWhenThatIsAskedFor() throws Exception {
    DataDirectory.in(directory.resolve("data"));
    for (boolean admitted : List.of(false, true)) {
      Process server = admitted ? serve("--legacy-tls") : serve();
      try (BufferedReader out = server.inputReader()) {
        String port =
            saidUntilReady(out).stream()
                .filter(it -> it.startsWith("https "))
                .map(it -> it.substring(it.lastIndexOf(':') + 1))
                .findFirst()
                .orElseThrow();
        String said = handshake(port, "-tls1", "-cipher", "AES128-SHA:@SECLEVEL=0");
        assertThat(said.contains("Protocol version: TLSv1")).as(said).isEqualTo(admitted);
      }
      server.destroyForcibly().waitFor();
    }
  }

  private static String handshake(String port, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("openssl", "s_client", "-brief", "-connect", "127.0.0.1:" + port));
    command.addAll(List.of(options));
    Process openssl;
    try {
      openssl = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException _) {
      return Assumptions.abort("openssl is not installed");
    }
    openssl.getOutputStream().close();
    return new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aPortInUseIsOneSentence() throws Exception {
    DataDirectory.in(directory.resolve("data"));
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(other.getLocalPort());
      Process server = serve("--notification-port", port);

      assertThat(server.waitFor()).isEqualTo(1);
      assertThat(server.inputReader().lines()).isEmpty();
      assertThat(Files.readString(log().toPath()))
          .hasLineCount(1)
          .startsWith("chrysalis: ")
          .contains(port);
    }
  }

  @Test
  void aSecondServerOnTheSameDataIsRefused() throws Exception {
    DataDirectory data = DataDirectory.in(directory.resolve("data"));
    try (var _ = data.serve()) {
      Process second = serve();

      assertThat(second.waitFor()).isEqualTo(1);
      assertThat(Files.readString(log().toPath()))
          .hasLineCount(1)
          .contains("is in use by another Chrysalis (server " + ProcessHandle.current().pid());
    }
  }
}

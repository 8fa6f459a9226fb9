package im.chrysalis.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import im.chrysalis.net.http.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes with another implementation, the one that most third-party clients are built on. */
@Timeout(60)
class OpensslTest {
  private static final String ANYTHING = "ALL:@SECLEVEL=0";

  /** One authority for all, because keys take a while to make. */
  @TempDir static Path directory = Path.of("");

  @BeforeAll
  static void openssl() throws Exception {
    boolean there;
    try {
      there = run("", "openssl", "version").startsWith("OpenSSL");
    } catch (IOException _) {
      there = false;
    }
    assumeTrue(there, "openssl is not installed");
  }

  private static String run(String input, String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      process.getOutputStream().write(input.getBytes(StandardCharsets.US_ASCII));
      process.getOutputStream().close();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      return said;
    } finally {
      process.destroyForcibly();
    }
  }

  private String connect(TlsServer server, String... options) throws Exception {
    Path authority = directory.resolve("ca.pem");
    Files.writeString(authority, server.tls().authorityText().toCompletableFuture().join());
    List<String> command =
        new ArrayList<>(
            List.of(
                "openssl",
                "s_client",
                "-connect",
                "127.0.0.1:" + server.address().getPort(),
                "-CAfile",
                authority.toString(),
                "-verify_return_error",
                "-brief",
                "-ign_eof"));
    command.addAll(List.of(options));
    return run("GET / HTTP/1.0\r\n\r\n", command.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({"-tls1_2, TLSv1.2", "-tls1_3, TLSv1.3"})
  void aClientOfTodayIsAnswered(String option, String version) throws Exception {
    try (TlsServer server = new TlsServer(TlsServer.options(directory.resolve("tls"), false))) {
      assertThat(
              connect(
                  server,
                  option,
                  "-servername",
                  "login.live.com",
                  "-verify_hostname",
                  "login.live.com"))
          .contains("Protocol version: " + version, "Verification: OK", "secure=true");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1", "-tls1_1"})
  void anOldClientIsRefusedUnlessItIsAdmitted(String option) throws Exception {
    try (TlsServer server = new TlsServer(TlsServer.options(directory.resolve("tls"), false))) {
      assertThat(connect(server, option, "-cipher", ANYTHING))
          .contains("alert protocol version")
          .doesNotContain("secure=true");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-tls1, TLSv1, AES128-SHA",
    "-tls1, TLSv1, ECDHE-RSA-AES128-SHA",
    "-tls1_1, TLSv1.1, AES128-SHA",
    "-tls1_2, TLSv1.2, AES128-SHA",
    "-tls1, TLSv1, RC4-SHA",
    "-tls1, TLSv1, RC4-MD5",
    "-tls1, TLSv1, DES-CBC3-SHA"
  })
  void anAdmittedOldClientIsAnswered(String option, String version, String suite) throws Exception {
    assumeTrue(
        run("", "openssl", "ciphers", suite + ":@SECLEVEL=0").contains(suite),
        "this openssl is built without " + suite);
    try (TlsServer server = new TlsServer(TlsServer.options(directory.resolve("tls"), true))) {
      assertThat(
              connect(
                  server,
                  option,
                  "-cipher",
                  suite + ":@SECLEVEL=0",
                  "-verify_hostname",
                  "rsi.hotmail.com"))
          .contains("Protocol version: " + version, "Ciphersuite: " + suite)
          .contains("Verification: OK", "secure=true");
    }
  }

  @Test
  void bytesThatAreNoTlsHurtNobody() throws Exception {
    try (TlsServer server = new TlsServer(TlsServer.options(directory.resolve("tls"), false))) {
      try (Caller plain = Caller.to(server.address())) {
        assertThat(plain.say("GET / HTTP/1.1\r\n\r\n").rest()).doesNotContain("secure");
      }
      assertThat(connect(server)).contains("secure=true");
    }
  }
}

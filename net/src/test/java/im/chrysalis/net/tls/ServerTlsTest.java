package im.chrysalis.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes with the TLS of Java, over sockets. */
@Timeout(60)
class ServerTlsTest {
  /** One authority for most of them, because keys take a while to make. */
  @TempDir static Path shared = Path.of("");

  @TempDir Path directory = Path.of("");

  private TlsServer serve(boolean legacy) throws IOException {
    return new TlsServer(TlsServer.options(shared.resolve("tls"), legacy));
  }

  private TlsServer serveAlone() throws IOException {
    return new TlsServer(TlsServer.options(directory.resolve("tls"), false));
  }

  private static byte[] authority(TlsServer server) {
    return server.tls().authority().toCompletableFuture().join();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aClientThatTrustsTheAuthorityIsAnswered(String version) throws Exception {
    try (TlsServer server = serve(false);
        SSLSocket socket =
            TlsClient.trusting(authority(server)).speaking(version).connect(server.address())) {
      assertThat(socket.getSession().getProtocol()).isEqualTo(version);
      assertThat(TlsClient.ask(socket, "/")).endsWith("secure=true");
      assertThat(TlsClient.ask(socket, "/again")).endsWith("secure=true");
    }
  }

  @Test
  void theCertificateIsForEveryServiceAndNamesNoRevocationList() throws Exception {
    try (TlsServer server = serve(false);
        SSLSocket socket = TlsClient.trustingAll().connect(server.address())) {
      X509Certificate shown = TlsClient.shown(socket);
      assertThat(shown.getSubjectAlternativeNames())
          .extracting(it -> (Object) it.get(1))
          .containsAll(List.of("login.live.com", "nexus.passport.com", "chat.example.org"))
          .containsAll(List.of("omega.contacts.msn.com", "*.storage.msn.com"));
      assertThat(shown.getNonCriticalExtensionOIDs())
          .doesNotContain("2.5.29.31", "1.3.6.1.5.5.7.1.1");
      assertThat(shown.getSigAlgName()).isEqualTo("SHA256withRSA");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1", "TLSv1.1"})
  void oldVersionsAreRefusedUnlessTheyAreAdmitted(String version) throws Exception {
    try (TlsServer server = serve(false)) {
      assertThatThrownBy(() -> TlsClient.trustingAll().speaking(version).connect(server.address()))
          .isInstanceOf(SSLException.class);
    }
  }

  @Test
  void oldSuitesAreRefusedUnlessTheyAreAdmitted() throws Exception {
    try (TlsServer server = serve(false)) {
      assertThatThrownBy(() ->
              TlsClient.trustingAll()
                  .with("SSL_RSA_WITH_3DES_EDE_CBC_SHA", "SSL_RSA_WITH_RC4_128_SHA")
                  .connect(server.address()))
          .isInstanceOf(SSLException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TLSv1,   SSL_RSA_WITH_RC4_128_MD5,      SHA1withRSA",
    "TLSv1,   SSL_RSA_WITH_RC4_128_SHA,      SHA1withRSA",
    "TLSv1,   SSL_RSA_WITH_3DES_EDE_CBC_SHA, SHA1withRSA",
    "TLSv1,   TLS_RSA_WITH_AES_128_CBC_SHA,  SHA1withRSA",
    "TLSv1.1, SSL_RSA_WITH_3DES_EDE_CBC_SHA, SHA1withRSA",
    "TLSv1.2, TLS_RSA_WITH_AES_128_CBC_SHA,  SHA256withRSA",
    "TLSv1.3, TLS_AES_128_GCM_SHA256,        SHA256withRSA"
  })
  void admittedOldClientsGetWhatTheyKnow(String version, String suite, String signature)
      throws Exception {
    try (TlsServer server = serve(true);
        SSLSocket socket =
            TlsClient.trustingAll().speaking(version).with(suite).connect(server.address())) {
      assertThat(socket.getSession().getProtocol()).isEqualTo(version);
      assertThat(socket.getSession().getCipherSuite()).isEqualTo(suite);
      assertThat(TlsClient.shown(socket).getSigAlgName()).isEqualTo(signature);
      assertThat(TlsClient.ask(socket, "/")).endsWith("secure=true");
    }
  }

  @Test
  void aClientMayAskInTheFormOfSsl2() throws Exception {
    try (TlsServer server = serve(true);
        SSLSocket socket =
            TlsClient.trustingAll()
                .speaking("TLSv1", "SSLv2Hello")
                .with("SSL_RSA_WITH_RC4_128_MD5")
                .connect(server.address())) {
      assertThat(TlsClient.shown(socket).getSigAlgName()).isEqualTo("SHA1withRSA");
      assertThat(TlsClient.ask(socket, "/")).endsWith("secure=true");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TLSv1,   SSL_RSA_WITH_3DES_EDE_CBC_SHA",
    "TLSv1,   SSL_RSA_WITH_RC4_128_SHA",
    "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
    "TLSv1.3, TLS_AES_256_GCM_SHA384"
  })
  void noRecordIsLargerThanOldClientsRead(String version, String suite) throws Exception {
    ConcurrentLinkedQueue<Integer> lengths = new ConcurrentLinkedQueue<>();
    try (TlsServer server = serve(true);
        SSLSocket socket =
            TlsClient.trustingAll()
                .speaking(version)
                .with(suite)
                .over(new TlsClient.Watched(server.address(), lengths::add))) {
      lengths.clear(); // the handshake is the business of TLS itself
      assertThat(TlsClient.ask(socket, "/large")).hasSizeGreaterThan(64 * 1024);
      assertThat(lengths).hasSizeGreaterThan(45).allMatch(it -> it <= 1400);
    }
  }

  @Test
  void theEndIsSaidInTlsBeforeTheConnectionCloses() throws Exception {
    try (TlsServer server = serve(false);
        SSLSocket socket = TlsClient.trusting(authority(server)).connect(server.address())) {
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes("US-ASCII"));
      // throws when the end comes without the word for it
      assertThat(new String(socket.getInputStream().readAllBytes(), "US-ASCII"))
          .endsWith("secure=true");
    }
  }

  @Test
  void theAuthorityStaysWhenTheServerStartsAgain() throws Exception {
    byte[] before;
    try (TlsServer server = serveAlone()) {
      before = authority(server);
    }
    try (TlsServer server = serveAlone();
        SSLSocket socket = TlsClient.trusting(before).connect(server.address())) {
      assertThat(authority(server)).isEqualTo(before);
      assertThat(TlsClient.ask(socket, "/")).endsWith("secure=true");
    }
  }

  @Test
  void anotherNameGetsAnotherCertificateOfTheSameAuthority() throws Exception {
    byte[] before;
    try (TlsServer server = serveAlone()) {
      before = authority(server);
    }
    TlsOptions more =
        new TlsOptions(
            directory.resolve("tls"),
            List.of("chat.example.net", "192.0.2.7"),
            Optional.empty(),
            false);
    try (TlsServer server = new TlsServer(more);
        SSLSocket socket = TlsClient.trusting(before).connect(server.address())) {
      assertThat(TlsClient.shown(socket).getSubjectAlternativeNames())
          .extracting(it -> (Object) it.get(1))
          .contains("chat.example.net", "192.0.2.7");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // the directory decides there
  void keysAreForTheirOwnerOnly() throws Exception {
    try (TlsServer server = serve(false)) {
      authority(server);
    }
    try (Stream<Path> files = Files.list(shared.resolve("tls"))) {
      assertThat(files.filter(it -> it.toString().endsWith(".key")))
          .hasSize(3)
          .allSatisfy(it ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(it)))
                  .isEqualTo("rw-------"));
    }
  }

  private TlsOptions.Given given(String name, String file) throws IOException {
    Authority other = CertificateMaker.authority(Instant.parse("2026-01-01T00:00:00Z"));
    Identity identity = CertificateMaker.issue(other, List.of(name), Authority.Digest.SHA256);
    Path certificate = directory.resolve(file + ".crt");
    Path key = directory.resolve(file + ".key");
    Files.writeString(certificate, Pem.text(identity.certificate()));
    Files.writeString(key, Pem.text(identity.key()));
    return new TlsOptions.Given(certificate, key);
  }

  private TlsOptions options(TlsOptions.Given given) {
    return new TlsOptions(
        shared.resolve("tls"), List.of("chat.example.org"), Optional.of(given), false);
  }

  private static List<Object> namesShown(TlsServer server, TlsClient client) throws Exception {
    try (SSLSocket socket = client.connect(server.address())) {
      List<Object> names = new ArrayList<>();
      TlsClient.shown(socket).getSubjectAlternativeNames().forEach(it -> names.add(it.get(1)));
      return names;
    }
  }

  @Test
  void theOperatorsCertificateIsShownToWhoAsksForAName() throws Exception {
    try (TlsServer server = new TlsServer(options(given("*.example.org", "given")))) {
      TlsClient client = TlsClient.trustingAll();
      assertThat(namesShown(server, client.asking("Chat.example.org")))
          .containsExactly("*.example.org");
      assertThat(namesShown(server, client.asking("login.live.com"))).contains("login.live.com");
      assertThat(namesShown(server, client)).as("without a name").contains("login.live.com");
    }
  }

  @Test
  void anotherCertificateIsTakenUpWithoutDroppingAnybody() throws Exception {
    TlsClient client = TlsClient.trustingAll().asking("chat.example.org");
    TlsOptions.Given given = given("chat.example.org", "given");
    try (TlsServer server = new TlsServer(options(given));
        SSLSocket there = client.connect(server.address())) {
      X509Certificate before = TlsClient.shown(there);

      given("chat.example.org", "given");
      server.tls().reread(options(given));

      try (SSLSocket fresh = client.connect(server.address())) {
        assertThat(TlsClient.shown(fresh)).isNotEqualTo(before);
      }
      assertThat(TlsClient.ask(there, "/")).endsWith("secure=true");
    }
  }

  @Test
  void whatCantBeUsedChangesNothing() throws Exception {
    TlsClient client = TlsClient.trustingAll().asking("chat.example.org");
    TlsOptions.Given given = given("chat.example.org", "given");
    try (TlsServer server = new TlsServer(options(given))) {
      TlsOptions.Given other = given("chat.example.org", "other");
      TlsOptions.Given mixed = new TlsOptions.Given(given.certificate(), other.key());
      TlsOptions.Given missing = new TlsOptions.Given(directory.resolve("no"), other.key());
      TlsOptions.Given noKey = new TlsOptions.Given(given.certificate(), given.certificate());

      assertThatThrownBy(() -> server.tls().reread(options(mixed)))
          .isInstanceOf(TlsProblem.class)
          .hasMessage(other.key() + " is not the key of " + given.certificate());
      assertThatThrownBy(() -> server.tls().reread(options(missing)))
          .isInstanceOf(TlsProblem.class)
          .hasMessage("there is no file " + directory.resolve("no"));
      assertThatThrownBy(() -> server.tls().reread(options(noKey)))
          .isInstanceOf(TlsProblem.class)
          .hasMessageContaining("has no key in PEM");

      assertThat(namesShown(server, client)).containsExactly("chat.example.org");
    }
  }

  @Test
  void anAuthorityWithoutItsKeyIsNotReplaced() throws Exception {
    byte[] before;
    try (TlsServer server = serveAlone()) {
      before = authority(server);
    }
    Path key = directory.resolve("tls/ca.key");
    Files.delete(key);
    try (TlsServer server = serveAlone()) {
      assertThat(server.tls().authority().toCompletableFuture())
          .failsWithin(Duration.ofSeconds(20))
          .withThrowableOfType(ExecutionException.class)
          .withMessageContaining("there is no file " + key);
      assertThat(before).isNotEmpty();
    }
  }
}

package im.chrysalis.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.app.config.Choices;
import im.chrysalis.app.config.Configuration;
import im.chrysalis.app.config.Ports;
import im.chrysalis.app.config.Settings;
import im.chrysalis.app.config.Unfit;
import im.chrysalis.store.StoreOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a running server answers on its http and https ports. */
@Timeout(60)
class WebPortsTest {
  @TempDir Path data = Path.of("");
  private ChrysalisServer server;
  private WebPorts web;

  @BeforeEach
  void start() throws IOException {
    // a certificate for what this test connects to
    Configuration configuration =
        Configuration.of(data, advertising("127.0.0.1")).at("127.0.0.1", Ports.ANY);
    server =
        ChrysalisServer.start(
            configuration,
            StoreOptions.in(data),
            ChrysalisServer.systemTime(),
            new SimpleMeterRegistry());
    web = server.web().orElseThrow();
  }

  private static Choices advertising(String host) {
    try {
      return Choices.NONE.set(Settings.ADVERTISE, host);
    } catch (Unfit bug) {
      throw new IllegalArgumentException(bug);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static URI at(String scheme, InetSocketAddress address, String path) {
    return URI.create(scheme + "://127.0.0.1:" + address.getPort() + path);
  }

  private static HttpResponse<byte[]> get(HttpClient client, URI uri) throws Exception {
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
  }

  private byte[] authority() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer = get(client, at("http", web.http().address(), "/ca.crt"));
      assertThat(answer.headers().firstValue("Content-Type"))
          .contains("application/x-x509-ca-cert");
      return answer.body();
    }
  }

  private static SSLContext trusting(byte[] der) throws Exception {
    Certificate authority =
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("it", authority);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void whoTrustsTheCertificateThatIsHandedOutReachesTheSameServicesThroughTls() throws Exception {
    byte[] authority = authority();
    try (HttpClient client = HttpClient.newBuilder().sslContext(trusting(authority)).build()) {
      HttpResponse<byte[]> answer = get(client, at("https", web.https().address(), "/ca.crt"));
      assertThat(answer.body()).isEqualTo(authority);
    }
  }

  @Test
  void theCertificateComesAsATextToo() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(new String(get(client, at("http", web.http().address(), "/ca.pem")).body()))
          .startsWith("-----BEGIN CERTIFICATE-----")
          .isEqualTo(Files.readString(data.resolve("tls/ca.crt")));
    }
  }

  @Test
  void theAddressBookAsksForATicketAtEitherPathInWhateverCase() throws Exception {
    String envelope = "<Envelope><Body><ABFindAll/></Body></Envelope>";
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path :
          new String[] {"/abservice/SharingService.asmx", "/ABService/abservice.asmx"}) {
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(at("http", web.http().address(), path))
                    .POST(BodyPublishers.ofString(envelope))
                    .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains(">PassportAuthFail</errorcode>");
      }
    }
  }

  @Test
  void anEmptyPostIsAnsweredByNothing() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(at("http", web.http().address(), "/"))
                  .POST(BodyPublishers.noBody())
                  .build(),
              BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
    }
  }

  private static HttpResponse<String> post(HttpClient client, URI uri, String body)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  @Test
  void whatAClientAsksWhileItStartsIsThereWhateverTheCaseOfThePath() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI config = at("http", web.http().address(), "//config/msgrconfig.asmx?ver=8.5.1302");
      assertThat(new String(get(client, config).body(), StandardCharsets.UTF_8))
          .contains("<MsgrConfig>");
      for (String path : new String[] {"/oimws/oim.asmx", "/RSI/rsi.asmx"}) {
        HttpResponse<String> answer =
            post(
                client,
                at("http", web.http().address(), path),
                "<Envelope><Body><GetMetadata/></Body></Envelope>");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("q0:AuthenticationFailed");
      }
      URI storage = at("http", web.http().address(), "/storageservice/schematizedstore.asmx");
      assertThat(post(client, storage, "<Envelope><Body><GetProfile/></Body></Envelope>").body())
          .contains("AccessDenied");
      URI tile = at("http", web.http().address(), "/storage/usertile/1-1-0/static");
      assertThat(get(client, tile).statusCode()).isEqualTo(404);
      URI unknown = at("http", web.http().address(), "/nothing/here");
      assertThat(get(client, unknown).statusCode()).isEqualTo(404);
    }
  }
}

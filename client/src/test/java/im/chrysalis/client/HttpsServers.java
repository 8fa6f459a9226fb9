package im.chrysalis.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An https server of this machine, whose answers are in the test. */
final class HttpsServers implements AutoCloseable {
  private static final char[] PASSWORD = "of-no-secret".toCharArray();

  private final HttpsServer server;
  private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();

  /** A certificate with its key, which certifies itself, and the same for those who believe it. */
  record Certified(Path keys, Path authority) {}

  HttpsServers(Certified certified) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(certified.keys())) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext("/", this::answer);
    server.start();
  }

  /** Makes a certificate for one name, such as {@code dns:example.com}, with the JDK's own tool. */
  static Certified certified(Path directory, String name) throws Exception {
    Path keys = directory.resolve(name.replace(':', '-') + ".p12");
    Path authority = directory.resolve(name.replace(':', '-') + ".pem");
    run(
        "-genkeypair",
        "-alias",
        "it",
        "-keyalg",
        "EC",
        "-dname",
        "CN=test",
        "-ext",
        "san=" + name,
        "-storetype",
        "PKCS12",
        "-keystore",
        keys.toString());
    run(
        "-exportcert",
        "-alias",
        "it",
        "-rfc",
        "-keystore",
        keys.toString(),
        "-file",
        authority.toString());
    return new Certified(keys, authority);
  }

  private static void run(String... arguments) throws Exception {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command = new ArrayList<>(List.of(tool.toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storepass", new String(PASSWORD)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }

  ServerAddress address() {
    return new ServerAddress("127.0.0.1", server.getAddress().getPort());
  }

  /** From now on, this is the answer at a path. */
  void answer(String path, HttpHandler handler) {
    handlers.put(path, handler);
  }

  private void answer(HttpExchange exchange) throws IOException {
    handlers
        .getOrDefault(exchange.getRequestURI().getPath(), it -> answer(it, 404))
        .handle(exchange);
  }

  /** An answer without a body. */
  static void answer(HttpExchange exchange, int status) {
    answer(exchange, status, new byte[0]);
  }

  static void answer(HttpExchange exchange, int status, byte[] body) {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

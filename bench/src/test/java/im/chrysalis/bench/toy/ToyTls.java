package im.chrysalis.bench.toy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The toy's own TLS, with a certificate that nobody has signed. */
final class ToyTls {
  private static final String PASSWORD = "nobody's secret";

  private ToyTls() {}

  /** A port that speaks TLS. */
  static ServerSocket door(int port, int backlog, InetAddress address) throws IOException {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(fresh(), PASSWORD.toCharArray());
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(keys.getKeyManagers(), null, null);
      return tls.getServerSocketFactory().createServerSocket(port, backlog, address);
    } catch (GeneralSecurityException fault) {
      throw new IOException("no TLS", fault);
    }
  }

  /** Made by the JDK's own tool, since the JDK has no public way to make a certificate. */
  private static KeyStore fresh() throws IOException, GeneralSecurityException {
    Path directory = Files.createTempDirectory("toy-tls");
    Path file = directory.resolve("keys");
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "toy",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (tool.waitFor() != 0) {
        throw new IOException("keytool made no certificate");
      }
      KeyStore keys = KeyStore.getInstance(KeyStore.getDefaultType());
      try (InputStream in = Files.newInputStream(file)) {
        keys.load(in, PASSWORD.toCharArray());
      }
      return keys;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while making a certificate", stopped);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(directory);
    }
  }
}

package im.chrysalis.net.tls;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** What a handshake is made with. Each names its versions and suites, never Java's defaults. */
final class Contexts {
  /** Of the kinds of key store the one that takes no time to close and open; it is not written. */
  private static final String IN_MEMORY = "JKS";

  private Contexts() {}

  /**
   * For one certificate. Made without Netty's builder, which would first set up all of Bouncy
   * Castle: a second of CPU at each start.
   *
   * @param legacy whether old versions and suites are admitted beside the others
   */
  static SslContext of(Identity identity, boolean legacy) throws TlsProblem {
    List<String> suites = legacy ? Suites.LEGACY : Suites.NORMAL;
    List<String> protocols = legacy ? Suites.LEGACY_PROTOCOLS : Suites.PROTOCOLS;
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(identity), null, null);
      return new JdkSslContext(
          context,
          false,
          suites,
          SupportedCipherSuiteFilter.INSTANCE,
          ApplicationProtocolConfig.DISABLED,
          ClientAuth.NONE,
          protocols.toArray(String[]::new),
          false);
    } catch (GeneralSecurityException | IOException | IllegalArgumentException why) {
      throw new TlsProblem(
          "the certificate of "
              + identity.certificate().getSubjectX500Principal()
              + " can't be used: "
              + why.getMessage(),
          why);
    }
  }

  private static KeyManager[] keys(Identity identity) throws GeneralSecurityException, IOException {
    char[] password = {};
    KeyStore store = KeyStore.getInstance(IN_MEMORY);
    store.load(null, password);
    store.setKeyEntry(
        "server", identity.key(), password, identity.chain().toArray(X509Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password);
    return factory.getKeyManagers();
  }
}

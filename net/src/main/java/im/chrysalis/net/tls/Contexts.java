package im.chrysalis.net.tls;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;

/** What a handshake is made with. Each names its versions and suites, never Java's defaults. */
final class Contexts {
  private Contexts() {}

  /**
   * For one certificate.
   *
   * @param legacy whether old versions and suites are admitted beside the others
   */
  static SslContext of(Identity identity, boolean legacy) throws TlsProblem {
    try {
      return SslContextBuilder.forServer(
              identity.key(), identity.chain().toArray(X509Certificate[]::new))
          .sslProvider(SslProvider.JDK)
          .protocols(legacy ? Suites.LEGACY_PROTOCOLS : Suites.PROTOCOLS)
          .ciphers(legacy ? Suites.LEGACY : Suites.NORMAL, SupportedCipherSuiteFilter.INSTANCE)
          .build();
    } catch (SSLException | IllegalArgumentException why) {
      throw new TlsProblem(
          "the certificate of "
              + identity.certificate().getSubjectX500Principal()
              + " can't be used: "
              + why.getMessage(),
          why);
    }
  }
}

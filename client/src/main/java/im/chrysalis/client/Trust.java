package im.chrysalis.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Believes authorities that the user named, and nobody else. What such an authority says of the old
 * names that clients were made for is as good as if it named the host: only the network itself
 * certifies those, and its servers need not have a name of their own.
 */
final class Trust extends X509ExtendedTrustManager {
  private static final Set<String> OLD_NAMES = Set.of("login.live.com", "nexus.passport.com");
  private static final int DNS_NAME = 2;

  private final X509ExtendedTrustManager strict;

  private Trust(X509ExtendedTrustManager strict) {
    this.strict = strict;
  }

  /**
   * TLS that believes the authorities in a file; without a file, those whom Java believes.
   *
   * @throws IOException when the file can't be read
   * @throws GeneralSecurityException when there is no certificate in it
   */
  static SSLContext in(Optional<Path> file) throws IOException, GeneralSecurityException {
    if (file.isEmpty()) {
      return SSLContext.getDefault();
    }
    KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
    believed.load(null, null);
    int number = 0;
    for (Certificate authority : certificates(file.get())) {
      believed.setCertificateEntry("authority-" + number++, authority);
    }
    TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
    managers.init(believed);
    for (TrustManager manager : managers.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager strict) {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Trust(strict)}, null);
        return context;
      }
    }
    throw new IllegalStateException("every Java can look at certificates");
  }

  private static Collection<? extends Certificate> certificates(Path file)
      throws IOException, CertificateException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new CertificateException("no certificate in it");
      }
      return found;
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String how, SSLEngine engine)
      throws CertificateException {
    if (isForOldNames(chain[0])) {
      strict.checkServerTrusted(chain, how);
    } else {
      strict.checkServerTrusted(chain, how, engine);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String how, Socket socket)
      throws CertificateException {
    strict.checkServerTrusted(chain, how, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String how) throws CertificateException {
    strict.checkServerTrusted(chain, how);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String how, SSLEngine engine)
      throws CertificateException {
    strict.checkClientTrusted(chain, how, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String how, Socket socket)
      throws CertificateException {
    strict.checkClientTrusted(chain, how, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String how) throws CertificateException {
    strict.checkClientTrusted(chain, how);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return strict.getAcceptedIssuers();
  }

  private static boolean isForOldNames(X509Certificate certificate) throws CertificateException {
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    return names != null
        && names.stream()
            .anyMatch(
                name -> name.get(0).equals(DNS_NAME) && OLD_NAMES.contains(name.get(1).toString()));
  }
}

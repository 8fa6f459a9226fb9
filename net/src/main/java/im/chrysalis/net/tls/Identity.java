package im.chrysalis.net.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a server can prove to be.
 *
 * @param chain its certificate first
 */
record Identity(PrivateKey key, List<X509Certificate> chain) {
  private static final int DNS = 2;
  private static final int IP = 7;

  X509Certificate certificate() {
    return chain.getFirst();
  }

  /** Whether the key is that of the certificate. */
  boolean fits() {
    if (key instanceof RSAKey own && certificate().getPublicKey() instanceof RSAKey other) {
      return own.getModulus().equals(other.getModulus()); // signing would take much longer
    }
    return signs();
  }

  private boolean signs() {
    byte[] something = new byte[32];
    try {
      Signature signature = Signature.getInstance(algorithm());
      signature.initSign(key);
      signature.update(something);
      byte[] signed = signature.sign();
      signature.initVerify(certificate().getPublicKey());
      signature.update(something);
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      return false; // not even of the same kind
    }
  }

  private String algorithm() {
    return switch (key.getAlgorithm()) {
      case "EC" -> "SHA256withECDSA";
      case String other -> other;
    };
  }

  /** Whether its certificate is for all of the names. */
  boolean covers(Collection<String> names) {
    List<String> own = ownNames();
    return names.stream().allMatch(name -> own.stream().anyMatch(it -> isFor(it, name)));
  }

  private List<String> ownNames() {
    try {
      Collection<List<?>> names = certificate().getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream()
              .filter(it -> Objects.equals(it.get(0), DNS) || Objects.equals(it.get(0), IP))
              .map(it -> String.valueOf(it.get(1)).toLowerCase(Locale.ROOT))
              .toList();
    } catch (CertificateParsingException _) {
      return List.of(); // then it is for nobody
    }
  }

  /** A star stands for one whole label, the first. */
  private static boolean isFor(String own, String asked) {
    String name = asked.toLowerCase(Locale.ROOT);
    return own.equals(name)
        || (own.startsWith("*.")
            && name.indexOf('.') > 0
            && own.substring(1).equals(name.substring(name.indexOf('.'))));
  }
}

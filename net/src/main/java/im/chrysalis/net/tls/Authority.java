package im.chrysalis.net.tls;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

/** Whom clients trust, and so believe the certificates that it has issued. */
record Authority(Identity identity) {
  /** How a certificate is signed. */
  enum Digest {
    SHA256("SHA256withRSA"),
    /** COMPAT Windows before XP SP3: it knows nothing later. */
    SHA1("SHA1withRSA");

    private final String algorithm;

    Digest(String algorithm) {
      this.algorithm = algorithm;
    }

    String algorithm() {
      return algorithm;
    }
  }

  X509Certificate certificate() {
    return identity.certificate();
  }

  /** Whether a certificate is from here and still good. */
  boolean stands(Identity leaf, Instant now) {
    try {
      leaf.certificate().verify(certificate().getPublicKey());
      leaf.certificate().checkValidity(Date.from(now));
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }
}

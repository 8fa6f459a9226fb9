package im.chrysalis.net.tls;

import java.io.IOException;
import java.io.StringReader;
import java.security.PrivateKey;
import java.util.Optional;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Keys in the forms that were usual before PKCS #8, which Java does not read. */
final class OlderKeys {
  private OlderKeys() {}

  /**
   * Reads one; nothing when it is under a password.
   *
   * @param pem with its first and last line
   * @throws IOException when it can't be read
   */
  static Optional<PrivateKey> read(String pem) throws IOException {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      return parser.readObject() instanceof PEMKeyPair pair
          ? Optional.of(new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo()))
          : Optional.empty();
    }
  }
}

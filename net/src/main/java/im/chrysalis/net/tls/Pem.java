package im.chrysalis.net.tls;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** Keys and certificates as files of text. */
final class Pem {
  private Pem() {}

  /** All certificates of a file, in their order; at least one. */
  static List<X509Certificate> certificates(Path file) throws TlsProblem {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      for (Object part : parts(file)) {
        if (part instanceof X509CertificateHolder holder) {
          certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
        }
      }
    } catch (GeneralSecurityException broken) {
      throw new TlsProblem(file + " has a certificate that can't be read", broken);
    }
    if (certificates.isEmpty()) {
      throw new TlsProblem(file + " has no certificate in PEM");
    }
    return certificates;
  }

  /** The first key of a file. */
  static PrivateKey key(Path file) throws TlsProblem {
    JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
    for (Object part : parts(file)) {
      try {
        if (part instanceof PrivateKeyInfo info) {
          return converter.getPrivateKey(info);
        }
        if (part instanceof PEMKeyPair pair) {
          return converter.getPrivateKey(pair.getPrivateKeyInfo());
        }
      } catch (IOException broken) {
        throw new TlsProblem(file + " has a key that can't be read", broken);
      }
    }
    throw new TlsProblem(file + " has no key in PEM, or only one that is under a password");
  }

  private static List<Object> parts(Path file) throws TlsProblem {
    List<Object> parts = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
        PEMParser parser = new PEMParser(reader)) {
      for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
        parts.add(part);
      }
      return parts;
    } catch (IOException | RuntimeException fault) {
      throw new TlsProblem(
          (Files.exists(file) ? file + " can't be read" : "there is no file " + file), fault);
    }
  }

  static String text(X509Certificate certificate) throws IOException {
    return written(certificate);
  }

  static String text(PrivateKey key) throws IOException {
    return written(new JcaPKCS8Generator(key, null));
  }

  private static String written(Object part) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(part);
    }
    return text.toString();
  }
}

package im.chrysalis.net.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys and certificates as files of text. */
final class Pem {
  private static final String CERTIFICATE = "CERTIFICATE";
  private static final String OLDER_CERTIFICATE = "X509 CERTIFICATE";
  private static final String KEY = "PRIVATE KEY";

  /** What stands before {@link #KEY} where the key is of an older form, for instance of OpenSSL. */
  private static final List<String> OLDER_KEYS = List.of("RSA ", "EC ");

  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");
  private static final Pattern PART =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
  private static final int LINE = 64;

  private Pem() {}

  /** All certificates of a file, in their order; at least one. */
  static List<X509Certificate> certificates(Path file) throws TlsProblem {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (Part part : parts(file)) {
        if (part.name().equals(CERTIFICATE) || part.name().equals(OLDER_CERTIFICATE)) {
          certificates.add(
              (X509Certificate)
                  factory.generateCertificate(new ByteArrayInputStream(part.bytes())));
        }
      }
    } catch (GeneralSecurityException | IllegalArgumentException broken) {
      throw new TlsProblem(file + " has a certificate that can't be read", broken);
    }
    if (certificates.isEmpty()) {
      throw new TlsProblem(file + " has no certificate in PEM");
    }
    return certificates;
  }

  /** The first key of a file. */
  static PrivateKey key(Path file) throws TlsProblem {
    for (Part part : parts(file)) {
      try {
        if (part.name().equals(KEY)) {
          return key(part.bytes());
        }
        if (OLDER_KEYS.stream().anyMatch(kind -> part.name().equals(kind + KEY))) {
          Optional<PrivateKey> key = OlderKeys.read(part.text());
          if (key.isPresent()) {
            return key.get();
          }
        }
      } catch (IOException | GeneralSecurityException | IllegalArgumentException broken) {
        throw new TlsProblem(file + " has a key that can't be read", broken);
      }
    }
    throw new TlsProblem(file + " has no key in PEM, or only one that is under a password");
  }

  private static PrivateKey key(byte[] bytes) throws GeneralSecurityException {
    PKCS8EncodedKeySpec key = new PKCS8EncodedKeySpec(bytes);
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(key);
      } catch (InvalidKeySpecException _) {
        // then it is a key for another one
      }
    }
    throw new InvalidKeySpecException("a key for none of " + ALGORITHMS);
  }

  /**
   * A part of a file.
   *
   * @param text all of it, with its first and last line
   */
  private record Part(String name, String text, String content) {
    byte[] bytes() {
      return Base64.getMimeDecoder().decode(content);
    }
  }

  private static List<Part> parts(Path file) throws TlsProblem {
    List<Part> parts = new ArrayList<>();
    try {
      Matcher all = PART.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      while (all.find()) {
        parts.add(new Part(all.group(1), all.group(), all.group(2)));
      }
      return parts;
    } catch (IOException fault) {
      throw new TlsProblem(
          (Files.exists(file) ? file + " can't be read" : "there is no file " + file), fault);
    }
  }

  static String text(X509Certificate certificate) throws IOException {
    try {
      return text(CERTIFICATE, certificate.getEncoded());
    } catch (CertificateEncodingException broken) {
      throw new IOException("a certificate that can't be written", broken);
    }
  }

  static String text(PrivateKey key) {
    return text(KEY, key.getEncoded());
  }

  private static String text(String name, byte[] content) {
    String lines =
        Base64.getMimeEncoder(LINE, System.lineSeparator().getBytes(StandardCharsets.US_ASCII))
            .encodeToString(content);
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(name, lines, name);
  }
}

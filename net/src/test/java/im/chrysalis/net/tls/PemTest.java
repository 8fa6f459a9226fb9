package im.chrysalis.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {
  /** Made for this test with {@code openssl ecparam -name prime256v1 -genkey}. */
  private static final String OPENSSL_EC =
      """
      -----BEGIN EC PARAMETERS-----
      BggqhkjOPQMBBw==
      -----END EC PARAMETERS-----
      -----BEGIN EC PRIVATE KEY-----
      MHcCAQEEINWkUUdb8TVrQlG2kd3b4U56Qqj522ezHyt9uBr3XsbToAoGCCqGSM49
      AwEHoUQDQgAEQ2ZnrYxDYZVBctEyEeuPMQzRMQDhAhCqiCqK3FmVCdnLNJkMUyzb
      9Fkn8nJ9UImYidIbLmsRMLkVRflDCDdHKg==
      -----END EC PRIVATE KEY-----
      """;

  /** What {@code openssl pkcs8 -topk8 -nocrypt} makes of it. */
  private static final String SAME_IN_PKCS8 =
      """
      -----BEGIN PRIVATE KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg1aRRR1vxNWtCUbaR
      3dvhTnpCqPnbZ7MfK324GvdextOhRANCAARDZmetjENhlUFy0TIR648xDNExAOEC
      EKqIKorcWZUJ2cs0mQxTLNv0WSfycn1QiZiJ0hsuaxEwuRVF+UMIN0cq
      -----END PRIVATE KEY-----
      """;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519", "RSASSA-PSS"})
  void aKeyIsReadAsItWasWritten(String algorithm) throws Exception {
    PrivateKey key = key(algorithm);
    assertThat(Pem.key(file(Pem.text(key)))).isEqualTo(key);
  }

  @Test
  void anRsaKeyOfOpensslsOwnFormIsRead() throws Exception {
    PrivateKey key = key("RSA");
    String text = written(new JcaMiscPEMGenerator(key));
    assertThat(text).startsWith("-----BEGIN RSA PRIVATE KEY-----");
    assertThat(Pem.key(file(text))).isEqualTo(key);
  }

  @Test
  void anEllipticKeyOfOpensslsOwnFormIsRead() throws Exception {
    ECPrivateKey older = (ECPrivateKey) Pem.key(file(OPENSSL_EC));
    ECPrivateKey same = (ECPrivateKey) Pem.key(file(SAME_IN_PKCS8));
    assertThat(older.getS()).isEqualTo(same.getS());
    assertThat(older.getParams().getCurve()).isEqualTo(same.getParams().getCurve());
  }

  @Test
  void aChainIsReadInItsOrderAmongOtherThings() throws Exception {
    Authority authority = CertificateMaker.authority(Instant.now());
    Identity server = CertificateMaker.issue(authority, ServiceNames.ALL, Authority.Digest.SHA256);
    Path file =
        file(
            "subject=somebody\n"
                + Pem.text(server.key())
                + Pem.text(server.certificate())
                + "issuer=somebody\n"
                + Pem.text(authority.certificate()));
    assertThat(Pem.certificates(file))
        .containsExactly(server.certificate(), authority.certificate());
    assertThat(Pem.key(file)).isEqualTo(server.key());
  }

  @Test
  void aKeyUnderAPasswordIsNone() throws Exception {
    String text =
        written(
            new JcaMiscPEMGenerator(
                key("RSA"),
                new JcePEMEncryptorBuilder("AES-128-CBC")
                    .setProvider(new BouncyCastleProvider())
                    .build("secret".toCharArray())));
    Path file = file(text);
    assertThatThrownBy(() -> Pem.key(file))
        .isInstanceOf(TlsProblem.class)
        .hasMessage(file + " has no key in PEM, or only one that is under a password");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n?\n-----END PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----"
      })
  void aBrokenKeyIsSaid(String text) throws Exception {
    Path file = file(text);
    assertThatThrownBy(() -> Pem.key(file))
        .isInstanceOf(TlsProblem.class)
        .hasMessage(file + " has a key that can't be read");
  }

  @Test
  void aBrokenCertificateIsSaid() throws Exception {
    Path file = file("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
    assertThatThrownBy(() -> Pem.certificates(file))
        .isInstanceOf(TlsProblem.class)
        .hasMessage(file + " has a certificate that can't be read");
    Path empty = file("");
    assertThatThrownBy(() -> Pem.certificates(empty))
        .hasMessage(empty + " has no certificate in PEM");
    Path none = directory.resolve("none");
    assertThatThrownBy(() -> Pem.certificates(none)).hasMessage("there is no file " + none);
  }

  private static PrivateKey key(String algorithm) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    if (algorithm.equals("EC")) {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    }
    return generator.generateKeyPair().getPrivate();
  }

  private static String written(Object part) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(part);
    }
    return text.toString();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("file.pem"), text);
  }
}

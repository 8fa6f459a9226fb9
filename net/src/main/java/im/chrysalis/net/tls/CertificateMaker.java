package im.chrysalis.net.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes authorities and their certificates. There are no revocation lists, because clients would
 * wait for them before each sign-in.
 *
 * <p>Of what each start does, nothing else would need Bouncy Castle, of which Java verifies every
 * entry before it uses the first. So that is done only when there is something to make.
 */
final class CertificateMaker {
  private static final int KEY_BITS = 2048;
  private static final int SERIAL_BITS = 127;

  /** COMPAT old machines: their clocks fall back to a year long gone when a battery is empty. */
  private static final Instant FIRST_DAY = Instant.parse("2000-01-01T00:00:00Z");

  /** COMPAT 32-bit programs: their time ends in January 2038, which they take for a date past. */
  private static final Instant LAST_DAY = Instant.parse("2037-12-31T00:00:00Z");

  private CertificateMaker() {}

  /** A new authority, valid at least ten years. */
  static Authority authority(Instant now) {
    try {
      KeyPair keys = keys();
      X500Principal name =
          new X500Principal("CN=Chrysalis private authority of " + now.toString().substring(0, 10));
      Instant inTenYears = now.atOffset(ZoneOffset.UTC).plusYears(10).toInstant();
      Instant end = inTenYears.isAfter(LAST_DAY) ? inTenYears : LAST_DAY;
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
                  name, serial(), Date.from(FIRST_DAY), Date.from(end), name, keys.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
              .addExtension(
                  Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
      // its own signature proves nothing to anybody, so it is one that all can read
      return new Authority(
          new Identity(keys.getPrivate(), List.of(sign(builder, keys, Authority.Digest.SHA1))));
    } catch (GeneralSecurityException | CertIOException | OperatorCreationException bug) {
      throw new IllegalStateException("an authority can't be made", bug);
    }
  }

  /** A new key, and a certificate for the names that ends when the authority does. */
  static Identity issue(Authority authority, Collection<String> names, Authority.Digest digest) {
    X509Certificate own = authority.certificate();
    try {
      KeyPair keys = keys();
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
                  own,
                  serial(),
                  own.getNotBefore(),
                  own.getNotAfter(),
                  new X500Principal("CN=login.live.com"),
                  keys.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
              .addExtension(
                  Extension.keyUsage,
                  true,
                  new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
              .addExtension(
                  Extension.extendedKeyUsage,
                  false,
                  new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
              .addExtension(
                  Extension.authorityKeyIdentifier,
                  false,
                  new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(own))
              .addExtension(Extension.subjectAlternativeName, false, alternatives(names));
      KeyPair signing = new KeyPair(own.getPublicKey(), authority.identity().key());
      return new Identity(keys.getPrivate(), List.of(sign(builder, signing, digest)));
    } catch (GeneralSecurityException | CertIOException | OperatorCreationException bug) {
      throw new IllegalStateException("a certificate can't be made", bug);
    }
  }

  private static ASN1Encodable alternatives(Collection<String> names) {
    return new GeneralNames(
        names.stream()
            .map(it ->
                new GeneralName(isAddress(it) ? GeneralName.iPAddress : GeneralName.dNSName, it))
            .toArray(GeneralName[]::new));
  }

  private static boolean isAddress(String name) {
    return name.matches("[0-9.]+") || name.contains(":");
  }

  private static X509Certificate sign(
      X509v3CertificateBuilder builder, KeyPair signing, Authority.Digest digest)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder(digest.algorithm()).build(signing.getPrivate())));
  }

  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(KEY_BITS);
    return generator.generateKeyPair();
  }

  private static BigInteger serial() {
    return new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE);
  }
}

package im.chrysalis.net.tls;

import java.util.List;
import java.util.stream.Stream;

/** Which versions and cipher suites are admitted, the best first. */
final class Suites {
  static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

  /** The last is no version but the form in which a client of Windows XP may say its first word. */
  static final List<String> LEGACY_PROTOCOLS =
      List.of("TLSv1.3", "TLSv1.2", "TLSv1.1", "TLSv1", "SSLv2Hello");

  static final List<String> NORMAL =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
          "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA");

  /** Windows XP knows the last three only, Windows 98 the last two. */
  private static final List<String> OLD =
      List.of(
          "TLS_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_RSA_WITH_AES_128_CBC_SHA256",
          "TLS_RSA_WITH_AES_128_CBC_SHA",
          "TLS_RSA_WITH_AES_256_CBC_SHA",
          "SSL_RSA_WITH_3DES_EDE_CBC_SHA",
          "SSL_RSA_WITH_RC4_128_SHA",
          "SSL_RSA_WITH_RC4_128_MD5");

  static final List<String> LEGACY = Stream.concat(NORMAL.stream(), OLD.stream()).toList();

  private Suites() {}
}

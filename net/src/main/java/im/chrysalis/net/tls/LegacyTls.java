package im.chrysalis.net.tls;

import java.security.Security;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets this process speak old TLS at all. Java forbids it by one setting for everything, read once
 * when its first class of TLS is loaded; what is admitted where is then up to each context.
 */
public final class LegacyTls {
  private static final String DISABLED = "jdk.tls.disabledAlgorithms";
  private static final String CLIENT_PROTOCOLS = "jdk.tls.client.protocols";
  private static final String CLIENT_SUITES = "jdk.tls.client.cipherSuites";

  /** What clients of Windows XP can't do without. SSL 3 and whatever is weaker stay forbidden. */
  private static final Set<String> ADMITTED =
      Set.of(
          "TLSv1",
          "TLSv1.1",
          "RC4",
          "3DES_EDE_CBC",
          "TLS_RSA_*",
          "rsa_pkcs1_sha1 usage HandshakeSignature");

  private LegacyTls() {}

  /**
   * Admits it. Must come before anything in the process uses TLS. What connects as a client with
   * Java's defaults, such as the driver of a database, is held to what is safe.
   */
  public static void admit() {
    Security.setProperty(
        DISABLED,
        Stream.of(Security.getProperty(DISABLED).split(","))
            .map(String::strip)
            .filter(it -> !ADMITTED.contains(it))
            .collect(Collectors.joining(", ")));
    setUnlessSet(CLIENT_PROTOCOLS, String.join(",", Suites.PROTOCOLS));
    setUnlessSet(CLIENT_SUITES, String.join(",", Suites.NORMAL));
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}

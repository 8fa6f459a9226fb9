package im.chrysalis.net.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What TLS is made of.
 *
 * @param directory where the own authority is kept; made when missing
 * @param names what the own certificates are for besides {@link ServiceNames}
 * @param given certificate and key of the operator's, shown to who asks for a name of theirs
 * @param legacy whether TLS 1.0 and 1.1, 3DES, RC4 and SHA-1 are admitted; {@link LegacyTls} must
 *     have been told before anything else of TLS was used
 */
public record TlsOptions(
    Path directory, List<String> names, Optional<Given> given, boolean legacy) {
  public TlsOptions {
    names = List.copyOf(names);
  }

  /**
   * Files of the operator's, in PEM.
   *
   * @param certificate the certificate, and behind it those that lead to its authority
   * @param key its key, without a password
   */
  public record Given(Path certificate, Path key) {}
}

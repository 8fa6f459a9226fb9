package im.chrysalis.app.config;

import im.chrysalis.net.tls.TlsOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The TLS of the https port.
 *
 * @param legacy whether old clients with their old TLS are admitted there
 * @param certificate the operator's own, if there is one
 * @param key set together with the certificate
 */
public record TlsSettings(boolean legacy, Optional<Path> certificate, Optional<Path> key) {
  private static final String DIRECTORY = "tls";

  static TlsSettings of(Path data, Choices choices) {
    return new TlsSettings(
        choices.of(Settings.LEGACY_TLS),
        choices.of(Settings.TLS_CERTIFICATE).map(data::resolve),
        choices.of(Settings.TLS_KEY).map(data::resolve));
  }

  static boolean isHalf(Choices choices) {
    return choices.of(Settings.TLS_CERTIFICATE).isPresent()
        != choices.of(Settings.TLS_KEY).isPresent();
  }

  /**
   * What TLS is made of.
   *
   * @param data the data directory
   * @param host the advertised one, for which the own certificates hold too
   */
  public TlsOptions options(Path data, Optional<String> host) {
    return new TlsOptions(
        data.resolve(DIRECTORY),
        host.map(List::of).orElse(List.of()),
        certificate.flatMap(it -> key.map(its -> new TlsOptions.Given(it, its))),
        legacy);
  }
}

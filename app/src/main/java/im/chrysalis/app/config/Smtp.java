package im.chrysalis.app.config;

import im.chrysalis.values.EmailAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * By which mail server letters are sent.
 *
 * @param from whom letters are from
 * @param user who signs in at the mail server; absent: nobody has to
 * @param passwordFile where the user's password is, on the first line
 */
public record Smtp(
    String host,
    int port,
    EmailAddress from,
    Optional<String> user,
    Optional<Path> passwordFile,
    Security security) {

  /** How what is sent is kept from others. */
  public enum Security {
    /** Not at all. */
    NONE,
    /** TLS is asked for on the open connection, and demanded. */
    STARTTLS,
    /** The connection begins with TLS. */
    TLS
  }

  /**
   * The mail server that an operator chose; nothing where none is set.
   *
   * @throws ConfigurationProblem when something is missing that belongs to it
   */
  public static Optional<Smtp> of(Path data, Choices choices) throws ConfigurationProblem {
    String host = choices.of(Settings.SMTP_HOST);
    if (host.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> user = choices.of(Settings.SMTP_USER);
    Optional<Path> passwordFile = choices.of(Settings.SMTP_PASSWORD_FILE).map(data::resolve);
    if (user.isPresent() != passwordFile.isPresent()) {
      throw new ConfigurationProblem("smtp.user and smtp.password-file need each other");
    }
    EmailAddress from =
        choices
            .of(Settings.SMTP_FROM)
            .orElseThrow(
                () -> new ConfigurationProblem("smtp.host needs smtp.from, whom letters are from"));
    return Optional.of(
        new Smtp(
            host,
            choices.of(Settings.SMTP_PORT),
            from,
            user,
            passwordFile,
            choices.of(Settings.SMTP_TLS)));
  }
}

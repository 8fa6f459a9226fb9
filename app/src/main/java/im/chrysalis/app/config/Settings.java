package im.chrysalis.app.config;

import static im.chrysalis.app.config.Kinds.time;
import static im.chrysalis.app.config.Kinds.whole;
import static im.chrysalis.app.config.Setting.onReload;
import static im.chrysalis.app.config.Setting.onStart;

import ch.qos.logback.classic.Level;
import im.chrysalis.net.Gate;
import im.chrysalis.server.access.PasswordGuard;
import im.chrysalis.server.referral.Advertised;
import im.chrysalis.server.session.ServerSettings;
import im.chrysalis.values.EmailAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that can be set. {@code chrysalis.toml} explains each to the operator. */
public final class Settings {
  private static final int MILLION = 1_000_000;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofHours(24);

  public static final Setting<String> HOST = onStart("host", Kinds.LISTEN_HOST, "0.0.0.0");
  public static final Setting<Advertised> ADVERTISE =
      onStart("advertise", Kinds.ADVERTISED, Advertised.NOTHING);
  static final Setting<Set<Role>> ROLES = onStart("roles", Kinds.ROLES, EnumSet.allOf(Role.class));

  public static final Setting<Integer> DISPATCH_PORT = port("dispatch", Ports.DEFAULT.dispatch());
  public static final Setting<Integer> NOTIFICATION_PORT =
      port("notification", Ports.DEFAULT.notification());
  public static final Setting<Integer> SWITCHBOARD_PORT =
      port("switchboard", Ports.DEFAULT.switchboard());
  public static final Setting<Integer> HTTP_PORT = port("http", Ports.DEFAULT.http());
  public static final Setting<Integer> HTTPS_PORT = port("https", Ports.DEFAULT.https());
  public static final Setting<Integer> SITE_PORT = port("site", Ports.DEFAULT.site());

  static final Setting<Optional<String>> STORE_URL =
      onStart("store.url", Kinds.STORE_URL, Optional.empty());
  static final Setting<Optional<Path>> KEY_FILE =
      onStart("secrets.key-file", Kinds.FILE, Optional.empty());
  static final Setting<String> NODE_ADDRESS =
      onStart("cluster.address", Kinds.NODE, "127.0.0.1:7355");
  static final Setting<List<String>> SEEDS = onStart("cluster.seeds", Kinds.SEEDS, List.of());

  public static final Setting<Boolean> LEGACY_TLS = onStart("tls.legacy", Kinds.FLAG, false);
  static final Setting<Optional<Path>> TLS_CERTIFICATE =
      onReload("tls.certificate", Kinds.FILE, Optional.empty());
  static final Setting<Optional<Path>> TLS_KEY = onReload("tls.key", Kinds.FILE, Optional.empty());
  static final Setting<Boolean> STRICT_CHALLENGE =
      onReload("challenge.strict", Kinds.FLAG, ServerSettings.DEFAULT.strictChallenge());
  static final Setting<Boolean> INVITATIONS =
      onReload("invitations.enabled", Kinds.FLAG, ServerSettings.DEFAULT.invitations());
  static final Setting<String> SITE_URL =
      onReload("site.url", Kinds.SITE_URL, ServerSettings.DEFAULT.siteUrl());

  static final Setting<String> SMTP_HOST = onStart("smtp.host", Kinds.HOST_OR_NONE, "");
  static final Setting<Integer> SMTP_PORT = onStart("smtp.port", whole("a port", 1, 65_535), 587);
  static final Setting<Optional<EmailAddress>> SMTP_FROM =
      onStart("smtp.from", Kinds.ADDRESS, Optional.empty());
  static final Setting<Optional<String>> SMTP_USER =
      onStart("smtp.user", Kinds.NAME, Optional.empty());
  static final Setting<Optional<Path>> SMTP_PASSWORD_FILE =
      onStart("smtp.password-file", Kinds.FILE, Optional.empty());
  static final Setting<Smtp.Security> SMTP_TLS =
      onStart("smtp.tls", Kinds.SECURITY, Smtp.Security.STARTTLS);

  static final Setting<Integer> PUBLIC_CONNECTIONS =
      limit("connections-per-public-address", Gate.Limits.DEFAULT.perPublicAddress());
  static final Setting<Integer> PRIVATE_CONNECTIONS =
      limit("connections-per-private-address", Gate.Limits.DEFAULT.perPrivateAddress());
  static final Setting<Integer> PUBLIC_STRANGERS =
      limit("strangers-per-public-address", Gate.Limits.DEFAULT.strangersPerPublicAddress());
  static final Setting<Integer> WRONG_PER_ACCOUNT =
      limit("wrong-passwords-per-account", PasswordGuard.Limits.DEFAULT.perAccount());
  static final Setting<Integer> WRONG_PER_ADDRESS =
      limit("wrong-passwords-per-address", PasswordGuard.Limits.DEFAULT.perAddress());
  static final Setting<Duration> WRONG_WINDOW =
      onReload(
          "limits.wrong-passwords-window",
          time(SECOND, DAY),
          PasswordGuard.Limits.DEFAULT.window());
  static final Setting<Duration> WRONG_DELAY =
      onReload(
          "limits.wrong-passwords-delay",
          time(Duration.ZERO, Duration.ofSeconds(30)),
          PasswordGuard.Limits.DEFAULT.delay());
  static final Setting<Integer> INVITES =
      limit("invites-per-minute", ServerSettings.DEFAULT.invitesPerMinute());
  static final Setting<Duration> SIGN_IN_TIME =
      onReload("limits.sign-in-time", time(SECOND, HOUR), ServerSettings.DEFAULT.signInTime());
  static final Setting<Duration> IDLE_CONVERSATION =
      onReload(
          "limits.idle-conversation", time(SECOND, DAY), ServerSettings.DEFAULT.idleConversation());

  static final Setting<Level> LOG_LEVEL = onReload("log.level", Kinds.LEVEL, Level.INFO);
  static final Setting<Map<String, Level>> LOG_LEVELS =
      onReload("log.levels", Kinds.LEVELS_BY_NAME, Map.of());

  /** All of them, in the order of the file. */
  static final List<Setting<?>> ALL =
      List.of(
          HOST,
          ADVERTISE,
          ROLES,
          DISPATCH_PORT,
          NOTIFICATION_PORT,
          SWITCHBOARD_PORT,
          HTTP_PORT,
          HTTPS_PORT,
          SITE_PORT,
          STORE_URL,
          KEY_FILE,
          NODE_ADDRESS,
          SEEDS,
          LEGACY_TLS,
          TLS_CERTIFICATE,
          TLS_KEY,
          STRICT_CHALLENGE,
          INVITATIONS,
          SMTP_HOST,
          SMTP_PORT,
          SMTP_FROM,
          SMTP_USER,
          SMTP_PASSWORD_FILE,
          SMTP_TLS,
          SITE_URL,
          PUBLIC_CONNECTIONS,
          PRIVATE_CONNECTIONS,
          PUBLIC_STRANGERS,
          WRONG_PER_ACCOUNT,
          WRONG_PER_ADDRESS,
          WRONG_WINDOW,
          WRONG_DELAY,
          INVITES,
          SIGN_IN_TIME,
          IDLE_CONVERSATION,
          LOG_LEVEL,
          LOG_LEVELS);

  private Settings() {}

  private static Setting<Integer> port(String name, int normal) {
    return onStart("ports." + name, Kinds.PORT, normal);
  }

  private static Setting<Integer> limit(String name, int normal) {
    return onReload("limits." + name, whole("a number", 1, MILLION), normal);
  }
}

package im.chrysalis.app.config;

import ch.qos.logback.classic.Level;
import im.chrysalis.server.referral.Advertised;
import im.chrysalis.values.EmailAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of values that settings take. */
final class Kinds {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m|h)");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]+(%[A-Za-z0-9._-]+)?");
  private static final Pattern URL = Pattern.compile("https?://[^/?#\\s]+([/][^?#\\s]*)?");
  private static final String LEVELS = "\"error\", \"warn\", \"info\", \"debug\" or \"trace\"";

  private Kinds() {}

  static final Kind<Boolean> FLAG =
      value -> {
        if (value instanceof Boolean flag) {
          return flag;
        }
        throw Unfit.mustBe("true or false", value);
      };

  static final Kind<Integer> PORT = whole("a port", 0, 65_535);

  static final Kind<String> LISTEN_HOST =
      value -> {
        if (value instanceof String text && HOST.matcher(text).matches()) {
          return text;
        }
        throw Unfit.mustBe("an address of this machine such as \"0.0.0.0\"", value);
      };

  static final Kind<String> HOST_OR_NONE =
      value -> {
        if (value instanceof String text && (text.isEmpty() || HOST.matcher(text).matches())) {
          return text;
        }
        throw Unfit.mustBe("empty, or a host such as \"mail.example.org\"", value);
      };

  static final Kind<Optional<EmailAddress>> ADDRESS =
      value -> {
        if (value instanceof String text) {
          Optional<EmailAddress> address = EmailAddress.parse(text);
          if (text.isEmpty() || address.isPresent()) {
            return address;
          }
        }
        throw Unfit.mustBe("empty, or an address such as \"chat@example.org\"", value);
      };

  static final Kind<Optional<String>> NAME =
      value -> {
        if (value instanceof String text && text.chars().noneMatch(Character::isISOControl)) {
          return Optional.of(text).filter(it -> !it.isEmpty());
        }
        throw Unfit.mustBe("a name", value);
      };

  static final Kind<Smtp.Security> SECURITY =
      value ->
          Stream.of(Smtp.Security.values())
              .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(value))
              .findFirst()
              .orElseThrow(() -> Unfit.mustBe("\"starttls\", \"tls\" or \"none\"", value));

  static final Kind<Advertised> ADVERTISED =
      value -> {
        if (!(value instanceof String text)) {
          throw Unfit.mustBe(
              "a text such as \"chat.example.org,192.168.0.0/16=192.168.1.10\"", value);
        }
        try {
          return text.isEmpty() ? Advertised.NOTHING : Advertised.parse(text);
        } catch (IllegalArgumentException wrong) {
          throw new Unfit("must be HOST[,NETWORK/BITS=HOST...], and has " + wrong.getMessage());
        }
      };

  static final Kind<Set<Role>> ROLES =
      value -> {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (Object item : listOrNone(value)) {
          roles.add(
              Stream.of(Role.values())
                  .filter(role -> word(role).equals(item))
                  .findFirst()
                  .orElseThrow(() -> Unfit.mustBe(roleList(), item)));
        }
        if (roles.isEmpty()) {
          throw Unfit.mustBe(roleList(), value);
        }
        return roles;
      };

  static final Kind<Optional<String>> STORE_URL =
      value -> {
        if (value instanceof String text) {
          if (text.isEmpty()) {
            return Optional.empty();
          }
          if (text.startsWith("jdbc:sqlite:") || text.startsWith("jdbc:postgresql:")) {
            return Optional.of(text);
          }
        }
        // not shown: it may hold a password
        throw new Unfit(
            "must be empty, or start with \"jdbc:sqlite:\" or with \"jdbc:postgresql:\"");
      };

  static final Kind<Optional<Path>> FILE =
      value -> {
        try {
          if (value instanceof String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
          }
        } catch (InvalidPathException _) {
          // said below
        }
        throw Unfit.mustBe("the name of a file", value);
      };

  static final Kind<String> SITE_URL =
      value -> {
        if (value instanceof String text
            && (text.isEmpty() || (URL.matcher(text).matches() && !text.endsWith("/")))) {
          return text;
        }
        throw Unfit.mustBe(
            "empty, or an address such as \"https://chat.example.org\" without a slash at the end",
            value);
      };

  static final Kind<List<String>> SEEDS =
      value -> {
        List<?> items = value instanceof List<?> list ? list : List.of(value);
        List<String> seeds = new ArrayList<>();
        for (Object item : items) {
          seeds.add(node(item));
        }
        return List.copyOf(seeds);
      };

  static final Kind<String> NODE = Kinds::node;

  static final Kind<Level> LEVEL = Kinds::level;

  static final Kind<Map<String, Level>> LEVELS_BY_NAME =
      value -> {
        Map<String, Level> levels = new TreeMap<>();
        if (!(value instanceof Map<?, ?> table)) {
          throw Unfit.mustBe("a table of names of logs and levels", value);
        }
        flatten("", table, levels);
        return levels;
      };

  static Kind<Integer> whole(String what, int least, int most) {
    String allowed = what + " from " + least + " to " + most;
    return value -> {
      if (value instanceof Long number && number >= least && number <= most) {
        return number.intValue();
      }
      throw Unfit.mustBe(allowed, value);
    };
  }

  static Kind<Duration> time(Duration least, Duration most) {
    String allowed =
        "a time from \"" + text(least) + "\" to \"" + text(most) + "\", in ms, s, m or h";
    return value -> {
      Matcher matcher = DURATION.matcher(value instanceof String text ? text : "");
      if (matcher.matches()) {
        long count = Long.parseLong(matcher.group(1));
        Duration time =
            switch (matcher.group(2)) {
              case "ms" -> Duration.ofMillis(count);
              case "s" -> Duration.ofSeconds(count);
              case "m" -> Duration.ofMinutes(count);
              default -> Duration.ofHours(count);
            };
        if (time.compareTo(least) >= 0 && time.compareTo(most) <= 0) {
          return time;
        }
      }
      throw Unfit.mustBe(allowed, value);
    };
  }

  private static String text(Duration time) {
    return time.toSeconds() == 0 && !time.isZero()
        ? time.toMillis() + "ms"
        : time.toSeconds() % 3600 == 0 && !time.isZero()
            ? time.toHours() + "h"
            : time.toSeconds() + "s";
  }

  private static Level level(Object value) throws Unfit {
    if (value instanceof String name
        && Stream.of("error", "warn", "info", "debug", "trace").anyMatch(name::equals)) {
      return Level.toLevel(name);
    }
    throw Unfit.mustBe(LEVELS, value);
  }

  /** A name with dots, written without quotation marks, makes tables within tables. */
  private static void flatten(String prefix, Map<?, ?> table, Map<String, Level> levels)
      throws Unfit {
    for (Map.Entry<?, ?> entry : table.entrySet()) {
      String name = prefix + entry.getKey();
      if (entry.getValue() instanceof Map<?, ?> inner) {
        flatten(name + ".", inner, levels);
      } else {
        try {
          levels.put(name, level(String.valueOf(entry.getValue())));
        } catch (Unfit unfit) {
          throw new Unfit("has \"" + name + "\", which " + unfit.getMessage());
        }
      }
    }
  }

  private static String node(Object value) throws Unfit {
    if (value instanceof String text && text.matches("[A-Za-z0-9._-]+:\\d{1,5}")) {
      return text;
    }
    throw Unfit.mustBe("a host and a port such as \"127.0.0.1:7355\"", value);
  }

  private static List<?> listOrNone(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static String roleList() {
    return Stream.of(Role.values())
        .map(role -> "\"" + word(role) + "\"")
        .collect(Collectors.joining(", ", "a list of at least one of ", ""));
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}

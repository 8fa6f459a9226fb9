package im.chrysalis.net.http.gateway;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What a request wants, as its query says it; names and words in either case. */
sealed interface Order {
  /** {@code Action=open&Server=NS&IP=messenger.hotmail.com}; the address is not looked at. */
  record Open(Destination destination) implements Order {}

  /** About a session that is there. */
  sealed interface Known extends Order {
    SessionId id();
  }

  /** {@code Action=poll&SessionID=…&Lifespan=60}: what is new, within so many seconds? */
  record Poll(SessionId id, Duration lifespan) implements Known {}

  /** {@code SessionID=…}: takes what is said. */
  record Say(SessionId id) implements Known {}

  /** {@code Action=close&SessionID=…}: it is over. */
  record Close(SessionId id) implements Known {}

  /** What a query says, or nothing when it makes no sense. */
  static Optional<Order> parse(String query) {
    String action = "";
    String server = "";
    String id = "";
    String lifespan = "";
    for (int at = 0; at <= query.length(); ) {
      int end = query.indexOf('&', at);
      end = end < 0 ? query.length() : end;
      int equals = query.indexOf('=', at);
      if (equals >= 0 && equals < end) {
        String value = query.substring(equals + 1, end);
        switch (query.substring(at, equals).toLowerCase(Locale.ROOT)) {
          case "action" -> action = value;
          case "server" -> server = value;
          case "sessionid" -> id = value;
          case "lifespan" -> lifespan = value;
          default -> {} // IP, and whatever else a client may add
        }
      }
      at = end + 1;
    }
    return of(action, server, id, lifespan);
  }

  private static Optional<Order> of(String action, String server, String id, String lifespan) {
    return switch (action.toLowerCase(Locale.ROOT)) {
      // COMPAT BitlBee opens with an empty session id
      case "open" -> Destination.named(server).map(Open::new);
      case "poll" -> SessionId.parse(id).map(it -> new Poll(it, seconds(lifespan)));
      case "close" -> SessionId.parse(id).map(Close::new);
      case "" -> SessionId.parse(id).map(Say::new);
      default -> Optional.empty();
    };
  }

  /** A number of at most four digits; anything else asks for no time at all. */
  private static Duration seconds(String text) {
    boolean isNumber =
        !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Duration.ofSeconds(Integer.parseInt(text)) : Duration.ZERO;
  }
}

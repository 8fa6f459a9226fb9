package im.chrysalis.client;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One connection by HTTP requests. One of them may wait at the gateway until the server says
 * something; another says what there is to be said, if there is, and ends the waiting of the first.
 *
 * @see <a href="../../../../../../../docs/protocol/gateway.md">docs/protocol/gateway.md</a>
 */
final class GatewaySession implements Road.Pipe {
  private static final int WAIT_SECONDS = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(WAIT_SECONDS + 15L);
  private static final Pattern STATE =
      Pattern.compile("SessionID=([A-Za-z0-9._-]+)(.*)", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile(".*\\.([0-9]{1,9})");

  private final HttpClient http;
  private final URI place;
  private final ServerAddress gateway;
  private final Road.Traveller traveller;

  /** Everything below is touched on this turn only. */
  private final Serial turn = new Serial("gateway");

  private final ByteArrayOutputStream unsaid = new ByteArrayOutputStream();

  /** Answers that have overtaken the one before them. */
  private final TreeMap<Long, byte[]> early = new TreeMap<>();

  private String id = "";
  private long newest;
  private long delivered;
  private boolean speaking;
  private boolean waiting;
  private boolean closing;
  private boolean goodbye;
  private boolean over;

  GatewaySession(HttpClient http, URI place, ServerAddress gateway, Road.Traveller traveller) {
    this.http = http;
    this.place = place;
    this.gateway = gateway;
    this.traveller = traveller;
  }

  void open(String query) {
    turn.execute(() -> {
      speaking = true;
      post(query, new byte[0], false);
    });
  }

  @Override
  public String id() {
    return "gateway-" + Integer.toHexString(hashCode());
  }

  @Override
  public void write(byte[] bytes) {
    turn.execute(() -> {
      unsaid.writeBytes(bytes);
      goOn();
    });
  }

  @Override
  public void close() {
    turn.execute(() -> {
      closing = true;
      goOn();
    });
  }

  private void goOn() {
    if (over || speaking) {
      return;
    }
    if (closing || unsaid.size() > 0) {
      speaking = true;
      goodbye = closing;
      byte[] said = unsaid.toByteArray();
      unsaid.reset();
      post((closing ? "Action=close&SessionID=" : "SessionID=") + id, said, false);
    } else if (!waiting) {
      waiting = true;
      post("Action=poll&Lifespan=" + WAIT_SECONDS + "&SessionID=" + id, new byte[0], true);
    }
  }

  private void post(String query, byte[] body, boolean waits) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(place + "?" + query))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-msn-messenger")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    // the gateway knows a request that comes again, and answers it as before
    http.sendAsync(request, BodyHandlers.ofByteArray())
        .exceptionallyCompose(_ -> http.sendAsync(request, BodyHandlers.ofByteArray()))
        .whenComplete((answer, fault) ->
            turn.execute(() -> {
              if (fault == null) {
                answered(answer, waits);
              } else {
                fail("the gateway does not answer");
              }
            }));
  }

  private void answered(HttpResponse<byte[]> answer, boolean waited) {
    if (over) {
      return;
    }
    Matcher state = STATE.matcher(answer.headers().firstValue("X-MSN-Messenger").orElse(""));
    if (answer.statusCode() != 200 || !state.matches()) {
      fail("the gateway answers " + answer.statusCode());
      return;
    }
    boolean first = id.isEmpty();
    if (waited) {
      waiting = false;
    } else {
      speaking = false;
    }
    take(state.group(1), answer.body());
    if (first) {
      traveller.arrived(this);
    }
    deliver();
    if (state.group(2).contains("Session=close") || (goodbye && !waited)) {
      end("the server closed it");
    } else {
      goOn();
    }
  }

  private void take(String session, byte[] body) {
    Matcher numbered = NUMBER.matcher(session);
    long number = numbered.matches() ? Long.parseLong(numbered.group(1)) : delivered + 1;
    if (id.isEmpty()) {
      delivered = number - 1;
    }
    if (number >= newest) {
      newest = number;
      id = session;
    }
    // two answers may have one number, of which at most one says anything
    early.merge(number, body, (one, other) -> one.length > 0 ? one : other);
  }

  /** Hands over what has come, unless an answer before it is still under way. */
  private void deliver() {
    boolean allAreHere = !speaking && !waiting;
    while (!early.isEmpty() && (allAreHere || early.firstKey() <= delivered + 1)) {
      Map.Entry<Long, byte[]> next = early.pollFirstEntry();
      delivered = Math.max(delivered, next.getKey());
      if (next.getValue().length > 0) {
        traveller.received(next.getValue());
      }
    }
  }

  private void fail(String why) {
    if (over) {
      return;
    }
    if (id.isEmpty()) {
      over = true;
      traveller.failed(new Failure.Unreachable(gateway, why));
    } else {
      end(why);
    }
  }

  private void end(String why) {
    over = true;
    traveller.closed(why);
  }
}

package im.chrysalis.testkit;

import im.chrysalis.net.http.HttpField;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.net.http.gateway.Gateway;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One session of a client behind a proxy. */
final class GatewayClient {
  private static final Pattern STATE =
      Pattern.compile("SessionID=(\\S+); GW-IP=127\\.0\\.0\\.1(; Session=close)?");

  private final Gateway gateway;
  private final StringBuilder unread = new StringBuilder();
  private String id = "";
  private boolean over;

  private GatewayClient(Gateway gateway) {
    this.gateway = gateway;
  }

  /** Opens a session and says something with it. */
  static GatewayClient open(Gateway gateway, String server, String said) throws Exception {
    GatewayClient client = new GatewayClient(gateway);
    client.take(client.post("Action=open&Server=" + server + "&IP=127.0.0.1", said));
    return client;
  }

  void say(String said) throws Exception {
    take(post("SessionID=" + id, said));
  }

  /** Says something, and returns the line that answers it, whatever came before it. */
  String say(String said, String answer) throws Exception {
    say(said);
    return until(answer);
  }

  /** Asks until a line like this has come, and returns it. */
  String until(String regex) throws Exception {
    Pattern line = Pattern.compile("(?md)^(" + regex + ")\r$");
    while (true) {
      Matcher found = line.matcher(unread);
      if (found.find()) {
        String it = found.group(1);
        unread.delete(0, found.end() + 1);
        return it;
      }
      if (over) {
        throw new AssertionError("no " + regex + " in what came last: " + unread);
      }
      take(post("Action=poll&Lifespan=60&SessionID=" + id, ""));
    }
  }

  /** Takes the payload of the line that was read last. */
  String payload(int length) {
    String it = unread.substring(0, length);
    unread.delete(0, length);
    return it;
  }

  boolean isOver() {
    return over;
  }

  private CompletableFuture<HttpResponse> post(String query, String body) {
    return gateway
        .answer(
            new HttpRequest(
                "POST",
                Gateway.PATH,
                query,
                List.of(new HttpField("Host", "gateway.messenger.hotmail.com")),
                Bytes.array(body),
                false,
                new InetSocketAddress("127.0.0.1", 80),
                new InetSocketAddress("127.0.0.1", 50_000)))
        .toCompletableFuture();
  }

  private void take(CompletableFuture<HttpResponse> coming) throws Exception {
    HttpResponse answer = coming.get(10, TimeUnit.SECONDS);
    String state =
        answer.fields().stream()
            .filter(field -> field.name().equals("X-MSN-Messenger"))
            .map(HttpField::value)
            .findFirst()
            .orElseThrow(() -> new AssertionError("status " + answer.status()));
    Matcher parts = STATE.matcher(state);
    if (!parts.matches()) {
      throw new AssertionError(state);
    }
    id = parts.group(1);
    over = parts.group(2) != null;
    unread.append(Bytes.of(answer.body()));
  }
}

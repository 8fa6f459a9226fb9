package im.chrysalis.net.http.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.net.http.HttpField;
import im.chrysalis.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A client of the gateway, which takes its session id from each answer as real ones do. */
final class Visitor {
  static final String OPEN = "Action=open&Server=NS&IP=messenger.hotmail.com";

  private final Scene scene;
  private String id = "";
  private boolean over;

  Visitor(Scene scene) {
    this.scene = scene;
  }

  /** One who has opened a session without saying anything. */
  static Visitor inside(Scene scene) throws Exception {
    Visitor visitor = new Visitor(scene);
    visitor.open("");
    return visitor;
  }

  String open(String said) throws Exception {
    return read(scene.post(OPEN, said));
  }

  String say(String said) throws Exception {
    return read(saying(said));
  }

  String poll() throws Exception {
    return read(polling(""));
  }

  CompletableFuture<HttpResponse> saying(String said) {
    return scene.post("SessionID=" + id, said);
  }

  CompletableFuture<HttpResponse> polling(String more) {
    return scene.post("Action=poll&SessionID=" + id + more, "");
  }

  /** Understands an answer, and returns what it brings. */
  String read(CompletableFuture<HttpResponse> coming) throws Exception {
    HttpResponse answer = coming.get(10, TimeUnit.SECONDS);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.reason()).isEqualTo("OK");
    String[] parts = state(answer).split("; ", -1);
    assertThat(parts[0]).startsWith("SessionID=");
    assertThat(parts[1]).isEqualTo("GW-IP=gateway.example.com");
    over = parts.length == 3 && parts[2].equals("Session=close");
    assertThat(parts).hasSize(over ? 3 : 2);
    id = parts[0].substring("SessionID=".length());
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  static String state(HttpResponse answer) {
    return answer.fields().stream()
        .filter(field -> field.name().equals("X-MSN-Messenger"))
        .map(HttpField::value)
        .findFirst()
        .orElseThrow();
  }

  String id() {
    return id;
  }

  boolean isOver() {
    return over;
  }
}

package im.chrysalis.net.http.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.net.Gate;
import im.chrysalis.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody gets more than their share, and nonsense gets a refusal. */
class GatewayLimitsTest {
  private final Talk talk = Talk.echo();
  private final List<Gate.Pass> passes = new CopyOnWriteArrayList<>();
  private final Scene scene =
      new Scene(
          Map.of(
              Destination.NOTIFICATION,
              pass -> {
                passes.add(pass);
                return passes.size() == 1 ? talk : Talk.echo();
              }));

  @AfterEach
  void stop() {
    scene.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&&&===&",
        "Action=open",
        "Action=open&Server=",
        "Action=open&Server=XX&IP=messenger.hotmail.com",
        "Action=open&Server=SB&IP=192.0.2.1:1865",
        "Action=poll",
        "Action=poll&SessionID=",
        "Action=dance&SessionID=00000000000000000000000000000000.1",
        "SessionID=00000000000000000000000000000000.1",
        "SessionID=00000000000000000000000000000000.99999999999999999999",
        "SessionID=00000000000000000000000000000000.-1",
        "SessionID=00000000000000000000000000000000",
        "SessionID=.1",
        "SessionID=%00.%00",
        "Action=close&SessionID=../../etc.1"
      })
  void nonsenseIsRefused(String query) throws Exception {
    assertThat(scene.statusOf(query, "VER 1 MSNP8\r\n")).isEqualTo(400);
    assertThat(scene.gateway.size()).isZero();
    assertThat(scene.gate.isEmpty()).isTrue();
  }

  @Test
  void onlyPostsAreTaken() {
    assertThat(scene.ask("GET", Visitor.OPEN, new byte[0]).join().status()).isEqualTo(405);
    assertThat(scene.gateway.size()).isZero();
  }

  @Test
  void anIdOfAnotherSessionCannotBeMadeFromOnesOwn() throws Exception {
    Visitor ben = Visitor.inside(scene);
    String changed = (ben.id().charAt(0) == '0' ? "1" : "0") + ben.id().substring(1);
    assertThat(scene.statusOf("SessionID=" + changed, "PNG\r\n")).isEqualTo(400);
  }

  @Test
  void aGiantBodyIsRefused() throws Exception {
    assertThat(scene.statusOf(Visitor.OPEN, "x".repeat(2001))).isEqualTo(413);
    assertThat(scene.gateway.size()).isZero();
  }

  @Test
  void strangersOfAPublicAddressAreFew() throws Exception {
    scene.from("203.0.113.5");
    for (int i = 0; i < 4; i++) {
      Visitor.inside(scene);
    }
    assertThat(scene.statusOf(Visitor.OPEN, "")).isEqualTo(503);

    passes.forEach(Gate.Pass::known);
    for (int i = 0; i < 4; i++) {
      Visitor.inside(scene);
    }
    passes.forEach(Gate.Pass::known);
    assertThat(scene.statusOf(Visitor.OPEN, "")).isEqualTo(503);
    assertThat(scene.from("203.0.113.6").statusOf(Visitor.OPEN, "")).isEqualTo(200);
  }

  @Test
  void aFloodOfOpensIsTurnedAwayAndForgotten() throws Exception {
    List<CompletableFuture<HttpResponse>> answers = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 1000; i++) {
      answers.add(scene.post(Visitor.OPEN, "VER 1 MSNP8\r\n"));
    }
    for (CompletableFuture<HttpResponse> answer : answers) {
      answer.join();
    }
    assertThat(scene.gateway.size()).isEqualTo(80);
    scene.pass(Duration.ofSeconds(61));
    assertThat(scene.gateway.size()).isZero();
    assertThat(scene.gate.isEmpty()).isTrue();
  }

  @Test
  void thereIsALimitForAllAddressesTogether() throws Exception {
    for (int i = 0; i < 100; i++) {
      assertThat(scene.from("203.0.113." + i).statusOf(Visitor.OPEN, "")).isEqualTo(200);
    }
    assertThat(scene.from("203.0.113.200").statusOf(Visitor.OPEN, "")).isEqualTo(503);
  }

  @Test
  void whatIsNotTakenIsBounded() throws Exception {
    Visitor ben = Visitor.inside(scene);
    talk.step((_, it) -> it.pause());
    CompletableFuture<HttpResponse> first = ben.saying("a".repeat(1500));
    scene.pass(Duration.ofSeconds(6));
    ben.read(first);
    CompletableFuture<HttpResponse> second = ben.saying("b".repeat(1500));

    assertThat(ben.read(second)).isEmpty();
    assertThat(ben.isOver()).isTrue();
    assertThat(talk.closed.join()).isEqualTo("closed");
  }

  @Test
  void whoeverFetchesAfterTheHighMarkRelievesTheProtocol() throws Exception {
    Visitor ben = Visitor.inside(scene);
    talk.step((connection, _) -> {
      Talk.say(connection, "a".repeat(900));
      assertThat(connection.isCongested()).isFalse();
      Talk.say(connection, "b".repeat(900));
      assertThat(connection.isCongested()).isTrue();
    });
    assertThat(ben.poll()).hasSize(1800);
    scene.loops.settle();
    assertThat(talk.heard).containsExactly("(relieved)");
    assertThat(talk.connection().isCongested()).isFalse();
  }

  @Test
  void moreThanTheLimitIsNotKept() throws Exception {
    Visitor ben = Visitor.inside(scene);
    talk.step((connection, _) -> {
      for (int i = 0; i < 100; i++) {
        Talk.say(connection, "a".repeat(900));
      }
    });
    assertThat(talk.closed.join()).isEqualTo("closed");
    assertThat(scene.statusOf("Action=poll&SessionID=" + ben.id(), "")).isEqualTo(400);
  }

  @Test
  void whoFetchesNothingForTooLongIsLetGo() throws Exception {
    Visitor.inside(scene);
    talk.step((connection, _) -> Talk.say(connection, "a".repeat(1800)));
    scene.pass(Duration.ofSeconds(29));
    assertThat(talk.closed).isNotDone();
    scene.pass(Duration.ofSeconds(2));
    assertThat(talk.closed).isDone();
  }
}

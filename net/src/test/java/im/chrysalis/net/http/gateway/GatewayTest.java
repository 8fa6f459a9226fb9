package im.chrysalis.net.http.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.net.http.HttpField;
import im.chrysalis.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bytes go back and forth in requests, as if there were a socket. */
class GatewayTest {
  private final Talk talk =
      new Talk((connection, line) -> {
        switch (line.substring(0, 3)) {
          case "OUT" -> {
            Talk.say(connection, "OUT\r\n");
            connection.close();
          }
          case "WAI" -> Talk.say(connection, "");
          case "BUG" -> throw new IllegalStateException("a bug, as this test wants it");
          default -> Talk.say(connection, line + "\r\n");
        }
      });
  private final Scene scene = Scene.with(talk);

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void theFirstCommandTravelsWithTheOpenAndItsReplyWithTheAnswer() throws Exception {
    HttpResponse answer = scene.post(Visitor.OPEN, "VER 1 MSNP8 CVR0\r\n").join();

    assertThat(answer.body()).asString().isEqualTo("VER 1 MSNP8 CVR0\r\n");
    assertThat(answer.fields())
        .contains(new HttpField("Content-Type", "application/x-msn-messenger"))
        .contains(new HttpField("X-MSN-Host", "gateway.example.com"));
    assertThat(Visitor.state(answer))
        .matches("SessionID=[0-9a-f]{32}\\.[0-9]{1,6}; GW-IP=gateway\\.example\\.com");
  }

  @Test
  void anOpenNeedsNotSayAnything() throws Exception {
    assertThat(new Visitor(scene).open("")).isEmpty();
    assertThat(talk.connection().remote().getPort()).isEqualTo(50_000);
    assertThat(talk.connection().local().getPort()).isEqualTo(80);
  }

  @Test
  void everyAnswerBringsAnotherIdOfTheSameSession() throws Exception {
    Visitor ben = Visitor.inside(scene);
    Set<String> ids = new HashSet<>(Set.of(ben.id()));
    for (int i = 1; i <= 20; i++) {
      assertThat(ben.say("PNG\r\n")).isEqualTo("PNG\r\n");
      assertThat(ben.poll()).isEmpty();
      assertThat(ids.add(ben.id())).isTrue();
    }
    assertThat(ids.stream().map(id -> id.substring(0, id.indexOf('.'))))
        .containsOnly(ben.id().substring(0, ben.id().indexOf('.')));
  }

  @Test
  void aPollBringsWhatHasHappenedMeanwhile() throws Exception {
    Visitor ben = Visitor.inside(scene);
    talk.step((connection, _) -> Talk.say(connection, "NLN NLN anna@example.com Anna\r\n"));

    assertThat(ben.poll()).isEqualTo("NLN NLN anna@example.com Anna\r\n");
    assertThat(ben.poll()).isEmpty();
  }

  @Test
  void aLongPollWaitsUntilThereIsSomethingToBring() throws Exception {
    Visitor ben = Visitor.inside(scene);
    CompletableFuture<HttpResponse> poll = ben.polling("&Lifespan=60");
    scene.pass(Duration.ofSeconds(59));
    assertThat(poll).isNotDone();

    talk.step((connection, _) -> {
      Talk.say(connection, "MSG anna@example.com Anna 5\r\n");
      Talk.say(connection, "Hello");
    });

    assertThat(ben.read(poll)).isEqualTo("MSG anna@example.com Anna 5\r\nHello");
  }

  @Test
  void aLongPollIsAnsweredWhenItsTimeIsOver() throws Exception {
    Visitor ben = Visitor.inside(scene);
    CompletableFuture<HttpResponse> poll = ben.polling("&LifeSpan=3");
    scene.pass(Duration.ofSeconds(2));
    assertThat(poll).isNotDone();
    scene.pass(Duration.ofSeconds(2));

    assertThat(ben.read(poll)).isEmpty();
    assertThat(ben.say("PNG\r\n")).isEqualTo("PNG\r\n");
  }

  @Test
  void noPollIsHeldLongerThanTheLimit() throws Exception {
    Visitor ben = Visitor.inside(scene);
    CompletableFuture<HttpResponse> poll = ben.polling("&Lifespan=9999");
    scene.pass(Duration.ofSeconds(61));

    assertThat(ben.read(poll)).isEmpty();
  }

  @Test
  void aReplyThatTakesAMomentComesWithTheAnswer() throws Exception {
    Visitor ben = Visitor.inside(scene);
    talk.step((_, it) -> it.pause());
    CompletableFuture<HttpResponse> saying = ben.saying("USR 3 TWN S t=1&p=2\r\n");
    scene.loops.settle();
    assertThat(saying).isNotDone();
    talk.step((_, it) -> it.resume());

    assertThat(ben.read(saying)).isEqualTo("USR 3 TWN S t=1&p=2\r\n");
  }

  @Test
  void aReplyThatTakesTooLongComesWithALaterPoll() throws Exception {
    Visitor ben = Visitor.inside(scene);
    talk.step((_, it) -> it.pause());
    CompletableFuture<HttpResponse> saying = ben.saying("USR 3 TWN S t=1&p=2\r\n");
    scene.pass(Duration.ofSeconds(6));
    assertThat(ben.read(saying)).isEmpty();
    assertThat(ben.poll()).isEmpty();
    talk.step((_, it) -> it.resume());

    assertThat(ben.poll()).isEqualTo("USR 3 TWN S t=1&p=2\r\n");
  }

  @Test
  void whatIsSaidWithoutAReplyIsAnsweredAtOnce() throws Exception {
    assertThat(Visitor.inside(scene).say("WAIT\r\n")).isEmpty();
  }

  @Test
  void aCommandInPiecesIsPutTogether() throws Exception {
    Visitor ben = new Visitor(scene);
    assertThat(ben.open("VER 1 MS")).isEmpty();
    assertThat(ben.say("NP8 CV")).isEmpty();
    assertThat(ben.say("R0\r\nCVR")).isEqualTo("VER 1 MSNP8 CVR0\r\n");
  }

  @Test
  void severalCommandsAreAnsweredTogether() throws Exception {
    assertThat(new Visitor(scene).open("VER 1 MSNP8\r\nCVR 2\r\nUSR 3\r\n"))
        .isEqualTo("VER 1 MSNP8\r\nCVR 2\r\nUSR 3\r\n");
  }

  @Test
  void theLastAnswerSaysThatTheSessionIsOver() throws Exception {
    Visitor ben = Visitor.inside(scene);
    assertThat(ben.say("OUT\r\n")).isEqualTo("OUT\r\n");
    assertThat(ben.isOver()).isTrue();
    assertThat(talk.closed.join()).isEqualTo("closed");
    assertThat(scene.statusOf("Action=poll&SessionID=" + ben.id(), "")).isEqualTo(400);
    assertThat(scene.gate.isEmpty()).isTrue();
  }

  @Test
  void theLastBytesWaitForThePollThatFetchesThem() throws Exception {
    Visitor ben = Visitor.inside(scene);
    talk.step((connection, _) -> {
      Talk.say(connection, "OUT OTH\r\n");
      connection.close();
      Talk.say(connection, "too late");
    });
    scene.loops.settle();
    assertThat(talk.closed).isNotDone();

    assertThat(ben.poll()).isEqualTo("OUT OTH\r\n");
    assertThat(ben.isOver()).isTrue();
    assertThat(talk.closed.join()).isEqualTo("closed");
  }

  @Test
  void theLastBytesDoNotWaitForEver() throws Exception {
    Visitor ben = Visitor.inside(scene);
    talk.step((connection, _) -> connection.close());
    scene.pass(Duration.ofSeconds(16));

    assertThat(talk.closed.join()).isEqualTo("closed");
    assertThat(scene.statusOf("Action=poll&SessionID=" + ben.id(), "")).isEqualTo(400);
  }

  @Test
  void aHeldPollIsAnsweredWhenTheServerCloses() throws Exception {
    Visitor ben = Visitor.inside(scene);
    CompletableFuture<HttpResponse> poll = ben.polling("&Lifespan=60");
    talk.step((connection, _) -> {
      Talk.say(connection, "OUT SSD\r\n");
      connection.close();
    });

    assertThat(ben.read(poll)).isEqualTo("OUT SSD\r\n");
    assertThat(ben.isOver()).isTrue();
  }

  @Test
  void aClientMayCloseItsSession() throws Exception {
    Visitor ben = Visitor.inside(scene);
    talk.step((connection, _) -> Talk.say(connection, "CHL 0 1\r\n"));

    assertThat(ben.read(scene.post("Action=close&SessionID=" + ben.id(), "PNG\r\n")))
        .isEqualTo("CHL 0 1\r\nPNG\r\n");
    assertThat(ben.isOver()).isTrue();
    assertThat(talk.closed.join()).isEqualTo("closed");
    assertThat(scene.gateway.size()).isZero();
  }

  @Test
  void aBugEndsOneSession() throws Exception {
    Visitor ben = Visitor.inside(scene);
    assertThat(ben.say("BUG\r\n")).isEmpty();
    assertThat(ben.isOver()).isTrue();
    assertThat(talk.heard).containsExactly("BUG", "(failed)");
  }

  @Test
  void whoAsksNoMoreIsForgotten() throws Exception {
    Visitor ben = Visitor.inside(scene);
    scene.pass(Duration.ofSeconds(59));
    assertThat(ben.poll()).isEmpty();
    scene.pass(Duration.ofSeconds(59));
    assertThat(talk.closed).isNotDone();
    scene.pass(Duration.ofSeconds(2));

    assertThat(talk.closed).isDone();
    assertThat(scene.statusOf("Action=poll&SessionID=" + ben.id(), "")).isEqualTo(400);
    assertThat(scene.gate.isEmpty()).isTrue();
  }

  @Test
  void deadlinesOfTheProtocolPass() throws Exception {
    Visitor.inside(scene);
    talk.step((connection, _) -> connection.expectWithin(Duration.ofSeconds(10)));
    scene.pass(Duration.ofSeconds(9));
    assertThat(talk.heard).isEmpty();
    scene.pass(Duration.ofSeconds(2));
    assertThat(talk.heard).containsExactly("(expired)");

    talk.step((connection, _) -> {
      connection.expectWithin(Duration.ofSeconds(10));
      connection.expectNothing();
    });
    scene.pass(Duration.ofSeconds(20));
    assertThat(talk.heard).containsExactly("(expired)");
  }
}

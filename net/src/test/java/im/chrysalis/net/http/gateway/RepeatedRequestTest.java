package im.chrysalis.net.http.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests whose answers are lost, and several requests at once: nothing is lost or done twice. */
class RepeatedRequestTest {
  private final Talk talk = Talk.echo();
  private final Scene scene = Scene.with(talk);

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void aLostAnswerIsGivenAgainAndTheRequestNotTakenTwice() throws Exception {
    Visitor ben = Visitor.inside(scene);
    HttpResponse lost = ben.saying("MSG 1 hello\r\n").join();
    HttpResponse again = ben.saying("MSG 1 hello\r\n").join();

    assertThat(again.body()).isEqualTo(lost.body());
    assertThat(Visitor.state(again)).isEqualTo(Visitor.state(lost));
    assertThat(talk.heard).containsExactly("MSG 1 hello");
  }

  @Test
  void aLostPollIsAnsweredAgain() throws Exception {
    Visitor ben = Visitor.inside(scene);
    talk.step((connection, _) -> Talk.say(connection, "NLN\r\n"));
    HttpResponse lost = ben.polling("").join();
    assertThat(lost.body()).asString().isEqualTo("NLN\r\n");
    talk.step((connection, _) -> Talk.say(connection, "FLN\r\n"));

    assertThat(ben.poll()).isEqualTo("NLN\r\n");
    assertThat(ben.poll()).isEqualTo("FLN\r\n");
  }

  @Test
  void aRequestThatIsHeldAndComesAgainIsNotTakenTwice() throws Exception {
    Visitor ben = Visitor.inside(scene);
    talk.step((_, it) -> it.pause());
    CompletableFuture<HttpResponse> lost = ben.saying("MSG 1 hello\r\n");
    CompletableFuture<HttpResponse> again = ben.saying("MSG 1 hello\r\n");
    assertThat(lost.join().body()).isEmpty();
    talk.step((_, it) -> it.resume());

    assertThat(ben.read(again)).isEqualTo("MSG 1 hello\r\n");
    assertThat(talk.heard).containsExactly("MSG 1 hello");
  }

  @Test
  void theSameSaidTwiceIsHeardTwice() throws Exception {
    Visitor ben = Visitor.inside(scene);
    ben.say("PNG\r\n");
    ben.say("PNG\r\n");

    assertThat(talk.heard).containsExactly("PNG", "PNG");
  }

  @Test
  void whoSpeaksWhileAPollIsHeldIsHeardAtOnce() throws Exception {
    Visitor ben = Visitor.inside(scene);
    CompletableFuture<HttpResponse> poll = ben.polling("&Lifespan=60");
    CompletableFuture<HttpResponse> saying = ben.saying("PNG\r\n");

    assertThat(poll.join().body()).isEmpty();
    assertThat(saying.join().body()).asString().isEqualTo("PNG\r\n");
    assertThat(Visitor.state(poll.join())).isEqualTo(Visitor.state(saying.join()));
    ben.read(poll); // whichever answer is read last
    assertThat(ben.say("OUT\r\n")).isEqualTo("OUT\r\n");
  }

  @Test
  void whatCrossesTheAnswerToAPollIsHeard() throws Exception {
    Visitor ben = Visitor.inside(scene);
    CompletableFuture<HttpResponse> poll = ben.polling("&Lifespan=60");
    talk.step((connection, _) -> Talk.say(connection, "NLN\r\n"));
    assertThat(poll.join().body()).asString().isEqualTo("NLN\r\n");

    assertThat(ben.say("PNG\r\n")).isEqualTo("PNG\r\n"); // with the id from before the poll
    assertThat(ben.poll()).isEmpty();
  }

  @Test
  void whoSpeaksSeveralTimesBeforeReadingIsHeardEachTime() throws Exception {
    Visitor ben = Visitor.inside(scene);
    CompletableFuture<HttpResponse> poll = ben.polling("&Lifespan=60");
    talk.step((connection, _) -> Talk.say(connection, "NLN\r\n"));
    assertThat(poll.join().body()).asString().isEqualTo("NLN\r\n");

    for (String word : List.of("SDG 17", "SDG 18", "SDG 19")) { // each with the id before the poll
      assertThat(ben.saying(word + "\r\n").join().body()).asString().isEqualTo(word + "\r\n");
    }
    assertThat(talk.heard).containsExactly("SDG 17", "SDG 18", "SDG 19");
  }

  @Test
  void anOldIdIsRefusedAndTheSessionGoesOn() throws Exception {
    Visitor ben = Visitor.inside(scene);
    String old = ben.id();
    for (int i = 0; i < 9; i++) {
      ben.poll();
    }

    assertThat(scene.statusOf("SessionID=" + old, "MSG 1 late\r\n")).isEqualTo(400);
    assertThat(talk.heard).isEmpty();
    assertThat(ben.say("PNG\r\n")).isEqualTo("PNG\r\n");
  }
}

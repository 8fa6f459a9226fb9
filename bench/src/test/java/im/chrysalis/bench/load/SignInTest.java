package im.chrysalis.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.bench.toy.ToyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Account ANNA = new Account("anna@bench.test", "apple");
  private static final Account BEN = new Account("ben@bench.test", "banana");

  @TempDir Path folder;
  private ToyServer server;
  private Loop loop;

  @BeforeEach
  void start() throws IOException {
    Path accounts =
        Files.writeString(
            folder.resolve("accounts.jsonl"),
            """
            {"account":"anna@bench.test","password":"apple","name":"Anna","legacy":true,"contacts":[{"account":"ben@bench.test","lists":["FL","AL"]}]}
            {"account":"ben@bench.test","password":"banana","name":"Ben","legacy":true,"contacts":[{"account":"anna@bench.test","lists":["FL","AL"]}]}
            """);
    server = ToyServer.start(accounts);
    loop = new Loop();
  }

  @AfterEach
  void stop() throws IOException {
    loop.close();
    server.close();
  }

  @Test
  void aPersonSignsInAndTheChallengeIsAnswered() throws Exception {
    Listener anna = new Listener();
    SignIn it = SignIn.begin(loop, server.address(), Script.withPassword(ANNA), anna);
    loop.runUntil(() -> anna.signedIn, PATIENCE, "anna");

    // a wrong answer to the challenge would end the connection before the next status
    it.connection().say("CHG 8 BRB\r\n");
    loop.runUntil(() -> anna.heard.contains("CHG 8 BRB"), PATIENCE, "the new status");
  }

  @Test
  void friendsHearOfEachOther() throws Exception {
    Listener anna = new Listener();
    SignIn.begin(loop, server.address(), Script.withPassword(ANNA), anna);
    loop.runUntil(() -> anna.signedIn, PATIENCE, "anna");
    Listener ben = new Listener();
    SignIn.begin(loop, server.address(), Script.withPassword(BEN), ben);

    loop.runUntil(
        () ->
            anna.heard.contains("NLN NLN ben@bench.test Ben")
                && ben.heard.contains("ILN 6 NLN anna@bench.test Anna"),
        PATIENCE,
        "friends to hear of each other");
  }

  @Test
  void aWrongPasswordFailsWithTheServersWords() throws Exception {
    Listener anna = new Listener();
    SignIn.begin(
        loop, server.address(), Script.withPassword(new Account("anna@bench.test", "pear")), anna);
    loop.runUntil(() -> !anna.failure.isEmpty(), PATIENCE, "a refusal");

    assertThat(anna.failure).contains("anna@bench.test").contains("911 4");
  }

  @Test
  void aWaveLetsEverybodyInAndOutAgain() throws Exception {
    Wave wave =
        new Wave(
            loop,
            server.address(),
            n -> Script.withPassword(n % 2 == 0 ? ANNA : BEN),
            2,
            Wave.Then.LEAVE);

    wave.run(21, PATIENCE);

    assertThat(wave.done()).isEqualTo(21);
    assertThat(wave.takeLatencies().count()).isEqualTo(21);
    assertThat(wave.takeLatencies().count()).isZero();
  }

  @Test
  void aWaveTellsWhoWasRefused() {
    Account nobody = new Account("nobody@bench.test", "x");
    Wave wave =
        new Wave(loop, server.address(), _ -> Script.withPassword(nobody), 1, Wave.Then.STAY);

    assertThatThrownBy(() -> wave.run(1, PATIENCE))
        .isInstanceOf(LoadFailed.class)
        .hasMessageContaining("nobody@bench.test")
        .hasMessageContaining("911 4");
  }

  @Test
  void aRecordingHoldsOneAnswerForEachLine() throws Exception {
    Recording recording = new Recording();
    Listener anna = new Listener();
    SignIn.begin(loop, server.address(), Script.withPassword(ANNA), anna, recording);
    loop.runUntil(() -> anna.signedIn, PATIENCE, "anna");

    List<String> answers =
        recording.answers().stream().map(bytes -> new String(bytes, ISO_8859_1)).toList();
    assertThat(answers).hasSize(6);
    assertThat(answers.getFirst()).isEqualTo("VER 1 MSNP7\r\n");
    assertThat(String.join("", answers))
        .contains("MSG Hotmail Hotmail ", "LST 5 RL 27 1 1 ben@bench.test Ben\r\n")
        .endsWith("CHG 6 NLN\r\n");
  }

  @Test
  void twoPeopleTalkAndEveryMessageArrives() throws Exception {
    try (Conversation conversation = Conversation.open(loop, server.address(), ANNA, BEN);
        Ferry ferry = new Ferry(conversation.host(), conversation.guest())) {
      assertThat(ferry.sender()).isEqualTo("anna@bench.test Anna");
      for (int inFlight : List.of(1, 16)) {
        Ferry.Passage passage = ferry.run(inFlight, Duration.ofMillis(50));
        assertThat(passage.messages()).isGreaterThanOrEqualTo(inFlight);
        assertThat(passage.latencies().count()).isEqualTo(passage.messages());
      }
    }
  }

  private static final class Listener implements SignIn.Following {
    boolean signedIn;
    String failure = "";
    final List<String> heard = new ArrayList<>();

    @Override
    public void signedIn(SignIn it) {
      signedIn = true;
    }

    @Override
    public void heard(SignIn it, Line line) {
      heard.add(line.text());
    }

    @Override
    public void failed(SignIn it, String why) {
      failure = why;
    }
  }
}

package im.chrysalis.client;

import static im.chrysalis.client.Anna.ANNA;
import static im.chrysalis.client.Anna.BEN;
import static im.chrysalis.client.Anna.CREDENTIALS;
import static im.chrysalis.client.Anna.OFFER;
import static im.chrysalis.client.Anna.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.client.ScriptedServer.Peer;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Status;
import im.chrysalis.wire.dialect.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest {
  private final Heard heard = new Heard();
  private final FakeTimer time = new FakeTimer();
  private ScriptedServer server;

  @BeforeEach
  void start() throws Exception {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void itGoesThroughTheDispatchServerToTheNotificationServer() throws Exception {
    try (ScriptedServer notification = new ScriptedServer()) {
      CompletionStage<Messenger> signIn = signIn(options());
      Peer dispatch = server.accept();
      dispatch
          .expect("VER 1 " + OFFER)
          .say("VER 1 MSNP7")
          .expect("INF 2")
          .say("INF 2 MD5")
          .expect("USR 3 MD5 I anna@example.com")
          .say("XFR 3 NS " + notification.address() + " 0 192.0.2.1:1863")
          .expectEnd();
      Anna.arrive(notification.accept());

      Messenger anna = await(signIn);
      assertThat(anna.account()).isEqualTo(ANNA);
      assertThat(anna.name()).isEqualTo("Anna");
      assertThat(anna.status()).isEqualTo(Status.ONLINE);
      assertThat(anna.dialect()).contains(Dialect.MSNP7);
      assertThat(heard.next(Event.SignedIn.class))
          .isEqualTo(new Event.SignedIn(ANNA, "Anna", Dialect.MSNP7, false));
    }
  }

  @Test
  void theListsAreThereWhenItIsDone() throws Exception {
    CompletionStage<Messenger> signIn = signIn(options());
    Anna.arrive(server.accept());

    Roster roster = await(signIn).contacts().roster();
    assertThat(roster.groups()).containsExactly(new Group("1", "Friends"));
    assertThat(roster.friends())
        .containsExactly(
            new Contact(
                BEN,
                "Ben",
                Set.of(ContactList.FORWARD, ContactList.ALLOW, ContactList.REVERSE),
                Set.of("1"),
                Status.OFFLINE));
    assertThat(roster.find(EmailAddress.of("eve@example.com"))).get().matches(Contact::isBlocked);
    assertThat(roster.privacy()).isEqualTo(PrivacyDefault.ALLOW);
    assertThat(roster.addNotice()).isEqualTo(AddNotice.ASK);
  }

  @Test
  void aServerOf1999IsSpokenToInItsOwnDialect() throws Exception {
    CompletionStage<Messenger> signIn =
        signIn(options().dialect(Dialect.MSNP2).status(Status.HIDDEN));
    server
        .accept()
        .expect("VER 1 MSNP2 CVR0")
        .say("VER 1 MSNP2")
        .expect("INF 2")
        .say("INF 2 MD5")
        .expect("USR 3 MD5 I anna@example.com")
        .say("USR 3 MD5 S 1013928519.693957190")
        .expect("USR 4 MD5 S 0dc38e0c96e5ef37eb9451a0b2d5aaf9")
        .say("USR 4 OK anna@example.com Anna")
        .expect("SYN 5 0")
        .say(
            "SYN 5 1",
            "GTC 5 1 A",
            "BLP 5 1 AL",
            "LST 5 FL 1 0 0",
            "LST 5 AL 1 0 0",
            "LST 5 BL 1 0 0",
            "LST 5 RL 1 0 0")
        .expect("CHG 6 HDN")
        .say("CHG 6 HDN");
    Messenger anna = await(signIn);
    assertThat(anna.dialect()).contains(Dialect.MSNP2);
    assertThat(anna.contacts().roster().people()).isEmpty();
    assertThat(await(anna.contacts().addGroup("Friends")))
        .isEqualTo(Outcome.failed(new Failure.NotInThisDialect("MSNP2")));
  }

  @Test
  void aWrongPasswordIsNotTriedAgain() throws Exception {
    CompletionStage<Messenger> signIn = signIn(options());
    Peer peer = server.accept();
    peer.expect("VER 1 " + OFFER)
        .say("VER 1 MSNP7")
        .expect("INF 2")
        .say("INF 2 MD5")
        .expect("USR 3 MD5 I anna@example.com")
        .say("USR 3 MD5 S 1.1");
    peer.line();
    peer.say("911 4").expectEnd();
    assertFails(signIn, new Failure.WrongPassword(ANNA));
  }

  @ParameterizedTest
  @CsvSource({"601, BUSY", "500, BUSY", "800, TOO_FAST", "931, OTHER"})
  void aRefusalKeepsItsNumber(int number, Refusal meaning) throws Exception {
    CompletionStage<Messenger> signIn = signIn(options());
    server.accept().expect("VER 1 " + OFFER).say(number + " 1");
    assertFails(signIn, new Failure.Refused(number));
    assertThat(new Failure.Refused(number).meaning()).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({"0", "MSNP8", "CVR0"})
  void aServerThatSpeaksNothingOfOursIsLeft(String answer) throws Exception {
    CompletionStage<Messenger> signIn = signIn(options().dialect(Dialect.MSNP5));
    Peer peer = server.accept();
    peer.expect("VER 1 MSNP5 CVR0").say("VER 1 " + answer).expectEnd();
    assertFails(signIn, new Failure.NoCommonDialect(List.of("MSNP5")));
  }

  @Test
  void whoeverDoesNotListenIsUnreachable() throws Exception {
    server.close();
    assertFails(
        signIn(options()), new Failure.Unreachable(server.address(), "nobody listens there"));
  }

  @Test
  void aNameThatDoesNotExistIsUnreachable() throws Exception {
    ServerAddress nowhere = ServerAddress.of("nowhere.invalid");
    assertFails(signIn(Options.at(nowhere)), new Failure.Unreachable(nowhere, "no such host"));
  }

  @Test
  void aServerThatClosesTheConnectionHasLostIt() throws Exception {
    CompletionStage<Messenger> signIn = signIn(options());
    server.accept().expect("VER 1 " + OFFER).close();
    assertFails(signIn, new Failure.ConnectionLost("the server closed it"));
  }

  @Test
  void nonsenseIsNotGuessedAt() throws Exception {
    CompletionStage<Messenger> signIn = signIn(options());
    Peer peer = server.accept();
    peer.expect("VER 1 " + OFFER).say("VER MSNP7").expectEnd();
    assertThatThrownBy(() -> await(signIn))
        .extracting(it -> ((SignInFailed) it.getCause()).failure())
        .isInstanceOf(Failure.NotUnderstood.class);
  }

  @Test
  void aServerThatSaysNothingIsWaitedForHalfAMinute() throws Exception {
    CompletionStage<Messenger> signIn = signIn(options());
    Peer peer = server.accept();
    peer.expect("VER 1 " + OFFER);
    time.passWhenAwaited(Duration.ofSeconds(30));
    assertFails(signIn, new Failure.NoAnswer(Duration.ofSeconds(30)));
    peer.expectEnd();
  }

  @Test
  void referralsInACircleEnd() throws Exception {
    CompletionStage<Messenger> signIn = signIn(options());
    for (int i = 0; i < 6; i++) {
      server
          .accept()
          .expect("VER 1 " + OFFER)
          .say("VER 1 MSNP7")
          .expect("INF 2")
          .say("INF 2 MD5")
          .expect("USR 3 MD5 I anna@example.com")
          .say("XFR 3 NS " + server.address() + " 0 " + server.address())
          .expectEnd();
    }
    assertFails(signIn, new Failure.NotUnderstood("referred from server to server without end"));
  }

  @Test
  void credentialsDoNotShowThePassword() {
    assertThat(CREDENTIALS.toString()).isEqualTo("Credentials[anna@example.com]");
  }

  private CompletionStage<Messenger> signIn(Options options) {
    return Messenger.signIn(CREDENTIALS, options, time::on);
  }

  private Options options() {
    return Options.at(server.address()).listener(heard);
  }

  private static void assertFails(CompletionStage<Messenger> signIn, Failure why) {
    assertThatThrownBy(() -> await(signIn))
        .isInstanceOf(ExecutionException.class)
        .extracting(it -> ((SignInFailed) it.getCause()).failure())
        .isEqualTo(why);
  }
}

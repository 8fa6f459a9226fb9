package im.chrysalis.client;

import static im.chrysalis.client.Anna.ANNA;
import static im.chrysalis.client.Anna.BEN;
import static im.chrysalis.client.Anna.CREDENTIALS;
import static im.chrysalis.client.Anna.OFFER;
import static im.chrysalis.client.Anna.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.client.ScriptedServer.Peer;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens between signing in and signing out, conversations aside. */
class SessionTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Heard heard = new Heard();
  private final FakeTimer time = new FakeTimer();
  private ScriptedServer server;
  private Messenger anna;
  private Peer peer;

  @BeforeEach
  void start() throws Exception {
    server = new ScriptedServer();
    CompletionStage<Messenger> signIn =
        Messenger.signIn(CREDENTIALS, Options.at(server.address()).listener(heard), time::on);
    peer = Anna.arrive(server.accept());
    anna = await(signIn);
    heard.next(Event.SignedIn.class);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    anna.close();
  }

  @Test
  void presenceIsToldInOrder() throws Exception {
    peer.say(
        "ILN 6 AWY ben@example.com Ben", "NLN NLN ben@example.com B%C3%A9n", "FLN ben@example.com");
    Event.PresenceChanged there = heard.next(Event.PresenceChanged.class);
    assertThat(there.before()).isEqualTo(Status.OFFLINE);
    assertThat(there.contact().status()).isEqualTo(Status.AWAY);
    Event.PresenceChanged back = heard.next(Event.PresenceChanged.class);
    assertThat(back.before()).isEqualTo(Status.AWAY);
    assertThat(back.contact().name()).isEqualTo("Bén");
    Event.PresenceChanged gone = heard.next(Event.PresenceChanged.class);
    assertThat(gone.before()).isEqualTo(Status.ONLINE);
    assertThat(gone.contact().isOnline()).isFalse();
  }

  @Test
  void aChallengeIsAnswered() throws Exception {
    peer.say("CHL 0 12345678901234567890");
    peer.expect("QRY 7 msmsgs@msnmsgr.com 32");
    assertThat(peer.payload(32)).isEqualTo("8ba1bb9d6dbf624fee31a2053af5fdd0");
  }

  @Test
  void aListenerThatBlocksDoesNotKeepTheServerWaiting() throws Exception {
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (Subscription _ =
        anna.listen(_ -> {
          blocked.countDown();
          awaitQuietly(release);
        })) {
      peer.say("NLN NLN ben@example.com Ben");
      blocked.await();
      peer.say("CHL 0 12345678901234567890");
      peer.expect("QRY 7 msmsgs@msnmsgr.com 32");
      release.countDown();
    }
  }

  @Test
  void aListenerThatFailsDoesNotKeepOthersFromHearing() throws Exception {
    CompletableFuture<Event> heardAfter = new CompletableFuture<>();
    anna.listen(_ -> {
      throw new IllegalStateException("a listener of this test fails");
    });
    anna.on(Event.PresenceChanged.class, heardAfter::complete);
    peer.say("NLN NLN ben@example.com Ben");
    assertThat(await(heardAfter)).isInstanceOf(Event.PresenceChanged.class);
  }

  @Test
  void whoStoppedListeningHearsNothing() throws Exception {
    Heard later = new Heard();
    Subscription place = anna.listen(later);
    place.close();
    peer.say("NLN NLN ben@example.com Ben");
    heard.next(Event.PresenceChanged.class);
    assertThat(later.isEmpty()).isTrue();
  }

  @Test
  void waitingForAStageInAListenerIsRefusedInsteadOfWaitingForEver() throws Exception {
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    anna.on(
        Event.PresenceChanged.class,
        _ -> {
          try {
            anna.status(Status.AWAY).thenApply(it -> it).toCompletableFuture().join();
          } catch (IllegalStateException refused) {
            thrown.complete(refused);
          }
        });
    peer.say("NLN NLN ben@example.com Ben");
    assertThat(await(thrown)).hasMessageContaining("a listener can't wait");
  }

  @Test
  void statusAndNameAreWhatTheServerConfirmed() throws Exception {
    CompletionStage<Outcome> away = anna.status(Status.AWAY);
    peer.expect("CHG 7 AWY").say("CHG 7 AWY");
    assertThat(await(away)).isEqualTo(Outcome.done());
    assertThat(anna.status()).isEqualTo(Status.AWAY);

    CompletionStage<Outcome> renamed = anna.rename("Anna B");
    peer.expect("REA 8 anna@example.com Anna%20B").say("209 8");
    assertThat(await(renamed)).isEqualTo(Outcome.failed(new Failure.Refused(209)));
    assertThat(anna.name()).isEqualTo("Anna");
    assertThatThrownBy(() -> anna.status(Status.OFFLINE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNewFriendIsAllowedToo() throws Exception {
    EmailAddress carl = EmailAddress.of("carl@example.com");
    CompletionStage<Outcome> added =
        anna.contacts().add(carl, anna.contacts().roster().groups().getFirst());
    peer.expect("ADD 7 FL carl@example.com carl@example.com 1")
        .say("ADD 7 FL 28 carl@example.com carl@example.com 1", "ILN 7 NLN carl@example.com Carl")
        .expect("ADD 8 AL carl@example.com carl@example.com")
        .say("ADD 8 AL 29 carl@example.com carl@example.com");
    assertThat(await(added)).isEqualTo(Outcome.done());
    Contact now = anna.contacts().find(carl).orElseThrow();
    assertThat(now.lists()).containsExactlyInAnyOrder(ContactList.FORWARD, ContactList.ALLOW);
    assertThat(now.groups()).containsExactly("1");
    assertThat(now.name()).isEqualTo("Carl");
    assertThat(now.status()).isEqualTo(Status.ONLINE);
  }

  @Test
  void aRefusedAdditionChangesNothing() throws Exception {
    EmailAddress nobody = EmailAddress.of("nobody@example.com");
    CompletionStage<Outcome> added = anna.contacts().add(nobody);
    peer.expect("ADD 7 FL nobody@example.com nobody@example.com").say("205 7");
    assertThat(await(added)).isEqualTo(Outcome.failed(new Failure.Refused(205)));
    assertThat(anna.contacts().find(nobody)).isEmpty();
  }

  @Test
  void blockingMovesFromOneListToTheOther() throws Exception {
    CompletionStage<Outcome> blocked = anna.contacts().block(BEN);
    peer.expect("REM 7 AL ben@example.com")
        .say("REM 7 AL 28 ben@example.com")
        .expect("ADD 8 BL ben@example.com Ben")
        .say("ADD 8 BL 29 ben@example.com Ben");
    assertThat(await(blocked)).isEqualTo(Outcome.done());
    assertThat(anna.contacts().find(BEN)).get().matches(it -> it.isBlocked() && !it.isAllowed());
  }

  @Test
  void whoAddsTheAccountIsToldOf() throws Exception {
    peer.say("ADD 0 RL 28 carl@example.com Carl%20C");
    Contact carl = heard.next(Event.AddedYou.class).contact();
    assertThat(carl.name()).isEqualTo("Carl C");
    assertThat(carl.watchesMe()).isTrue();
    peer.say("REM 0 RL 29 carl@example.com");
    assertThat(heard.next(Event.RemovedYou.class).contact().lists()).isEmpty();
    assertThat(anna.contacts().find(carl.address())).isEmpty();
  }

  @Test
  void aSilentServerIsPingedAndThenGivenUp() throws Exception {
    time.passWhenAwaited(MINUTE);
    peer.expect("PNG").say("QNG", "NLN NLN ben@example.com Ben");
    heard.next(Event.PresenceChanged.class);
    time.passWhenAwaited(MINUTE);
    peer.expect("PNG");
    time.passWhenAwaited(MINUTE);
    Event.Disconnected lost = heard.next(Event.Disconnected.class);
    assertThat(lost.why()).isEqualTo(new Failure.ConnectionLost("the server does not answer"));
  }

  @Test
  void aLostConnectionIsComeBackToWithTheSameStatus() throws Exception {
    CompletionStage<Outcome> busy = anna.status(Status.BUSY);
    peer.expect("CHG 7 BSY").say("CHG 7 BSY", "ILN 7 NLN ben@example.com Ben");
    await(busy);
    heard.next(Event.PresenceChanged.class);
    peer.close();
    Event.Disconnected lost = heard.next(Event.Disconnected.class);
    assertThat(lost.nextTry()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(anna.contacts().find(BEN)).get().matches(it -> !it.isOnline());
    assertThat(await(anna.status(Status.AWAY)))
        .isEqualTo(Outcome.failed(new Failure.NotConnected()));

    time.passWhenAwaited(Duration.ofSeconds(2));
    server.accept().expect("VER 1 " + OFFER).close();
    assertThat(heard.next(Event.Disconnected.class).nextTry())
        .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));

    time.passWhenAwaited(Duration.ofSeconds(4));
    Peer again = Anna.prove(server.accept());
    again.expect("SYN 5 0").say("SYN 5 1", "LST 5 RL 1 0 0").expect("CHG 6 BSY").say("CHG 6 BSY");
    assertThat(heard.next(Event.SignedIn.class).again()).isTrue();
    assertThat(anna.contacts().roster().people()).isEmpty();
  }

  @Test
  void whoSignedInElsewhereDoesNotComeBack() throws Exception {
    peer.say("OUT OTH");
    assertThat(heard.next(Event.SignedOut.class).why()).contains(new Failure.SignedInElsewhere());
    peer.expectEnd();
  }

  @Test
  void aServerThatShutsDownIsComeBackTo() throws Exception {
    peer.sayWith(
        "MSG Hotmail Hotmail",
        "MIME-Version: 1.0\r\nContent-Type: application/x-msmsgssystemmessage\r\n\r\n"
            + "Type: 1\r\nArg1: 5\r\n");
    assertThat(heard.next(Event.ShutdownAnnounced.class).in()).isEqualTo(Duration.ofMinutes(5));
    peer.say("OUT SSD");
    assertThat(heard.next(Event.Disconnected.class).why()).isEqualTo(new Failure.ServerShutDown());
  }

  @Test
  void aPasswordThatWasChangedMeanwhileEndsIt() throws Exception {
    peer.close();
    heard.next(Event.Disconnected.class);
    time.passWhenAwaited(Duration.ofSeconds(2));
    server.accept().expect("VER 1 " + OFFER).say("911 1");
    assertThat(heard.next(Event.SignedOut.class).why()).contains(new Failure.WrongPassword(ANNA));
  }

  @Test
  void aReferralInTheMiddleIsFollowed() throws Exception {
    try (ScriptedServer other = new ScriptedServer()) {
      peer.say("XFR 0 NS " + other.address() + " 0 " + server.address()).expectEnd();
      Anna.arrive(other.accept());
      assertThat(heard.next(Event.SignedIn.class).again()).isTrue();
    }
  }

  @Test
  void closingSignsOutAndFailsWhatIsUnderWay() throws Exception {
    CompletionStage<Outcome> away = anna.status(Status.AWAY);
    peer.expect("CHG 7 AWY");
    CompletionStage<?> closed = anna.signOut();
    peer.expect("OUT").expectEnd();
    peer.close();
    await(closed);
    assertThat(await(away)).isEqualTo(Outcome.failed(new Failure.SignedOut()));
    assertThat(heard.next(Event.SignedOut.class).why()).isEqualTo(Optional.empty());
    assertThat(await(anna.status(Status.AWAY)))
        .isEqualTo(Outcome.failed(new Failure.NotConnected()));
    anna.close();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }
}

package im.chrysalis.client;

import static im.chrysalis.client.Anna.BEN;
import static im.chrysalis.client.Anna.CREDENTIALS;
import static im.chrysalis.client.Anna.await;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.client.ScriptedServer.Peer;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.payload.TextFormat;
import im.chrysalis.wire.payload.TextFormat.Effect;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final EmailAddress CARL = EmailAddress.of("carl@example.com");
  private static final String TYPING =
      "MIME-Version: 1.0\r\nContent-Type: text/x-msmsgscontrol\r\n"
          + "TypingUser: ben@example.com\r\n\r\n\r\n";

  private final Heard heard = new Heard();
  private final FakeTimer time = new FakeTimer();
  private ScriptedServer server;
  private ScriptedServer switchboards;
  private Messenger anna;
  private Peer peer;

  @BeforeEach
  void start() throws Exception {
    server = new ScriptedServer();
    switchboards = new ScriptedServer();
    CompletionStage<Messenger> signIn =
        Messenger.signIn(CREDENTIALS, Options.at(server.address()).listener(heard), time::on);
    peer = Anna.arrive(server.accept());
    anna = await(signIn);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    switchboards.close();
    anna.close();
  }

  @Test
  void whatIsSaidWaitsUntilTheOtherIsThere() throws Exception {
    Conversation ben = anna.conversationWith(BEN);
    CompletionStage<Outcome> said = ben.say("Hello\nBen");
    CompletionStage<Outcome> more = ben.say("and more");
    Peer board = open(7);
    board.expect("CAL 2 ben@example.com").say("CAL 2 RINGING 11752013");
    board.say("JOI ben@example.com Ben");

    String line = board.line();
    assertThat(line).startsWith("MSG 3 A ");
    assertThat(board.payloadOf(line))
        .isEqualTo(
            "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n"
                + "X-MMS-IM-Format: FN=MS%20Shell%20Dlg; EF=; CO=0; CS=0; PF=22\r\n\r\n"
                + "Hello\r\nBen");
    board.say("ACK 3");
    String second = board.line();
    assertThat(second).startsWith("MSG 4 A ");
    board.payloadOf(second);
    board.say("NAK 4");
    assertThat(await(said)).isEqualTo(Outcome.done());
    assertThat(await(more)).isEqualTo(Outcome.failed(new Failure.Undelivered()));
    assertThat(ben.present()).containsExactly(BEN);
    assertThat(heard.next(Event.Joined.class).conversation()).isSameAs(ben);
  }

  @Test
  void whoIsOfflineCantBeReached() throws Exception {
    CompletionStage<Outcome> said = anna.conversationWith(BEN).say("Hello");
    Peer board = open(7);
    board.expect("CAL 2 ben@example.com").say("217 2").expect("OUT").expectEnd();
    assertThat(await(said)).isEqualTo(Outcome.failed(new Failure.RecipientOffline(BEN)));
  }

  @Test
  void whoComesBeforeItRingsIsThere() throws Exception {
    CompletionStage<Outcome> said = anna.conversationWith(BEN).say("Hello");
    Peer board = open(7);
    board.expect("CAL 2 ben@example.com").say("JOI ben@example.com Ben", "CAL 2 RINGING 11752013");
    board.payloadOf(board.expectStart("MSG 3 A "));
    board.say("ACK 3");
    assertThat(await(said)).isEqualTo(Outcome.done());
  }

  @Test
  void whoDoesNotComeInHalfAMinuteIsNotWaitedFor() throws Exception {
    CompletionStage<Outcome> said = anna.conversationWith(BEN).say("Hello");
    Peer board = open(7);
    board.expect("CAL 2 ben@example.com").say("CAL 2 RINGING 11752013");
    // what is said behind the ringing shows that the ringing was read
    CompletionStage<Outcome> invited = anna.conversationWith(BEN).invite(CARL);
    board.expect("CAL 3 carl@example.com").say("217 3");
    await(invited);
    time.passWhenAwaited(Duration.ofSeconds(30));
    assertThat(await(said)).isEqualTo(Outcome.failed(new Failure.NoAnswer(Duration.ofSeconds(30))));
    board.expect("OUT");
  }

  @Test
  void aServerWithoutSwitchboardsSaysSo() throws Exception {
    CompletionStage<Outcome> said = anna.conversationWith(BEN).say("Hello");
    peer.expect("XFR 7 SB").say("913 7");
    assertThat(await(said)).isEqualTo(Outcome.failed(new Failure.Refused(913)));
  }

  @Test
  void aTokenThatIsNotTakenFailsWhatWaits() throws Exception {
    CompletionStage<Outcome> said = anna.conversationWith(BEN).say("Hello");
    peer.expect("XFR 7 SB").say("XFR 7 SB " + switchboards.address() + " CKI 17.1");
    switchboards.accept().expect("USR 1 anna@example.com 17.1").say("911 1").expectEnd();
    assertThat(await(said)).isEqualTo(Outcome.failed(new Failure.Refused(911)));
  }

  @Test
  void invitationsAreAnswered() throws Exception {
    Peer board = answered("IRO 1 1 1 ben@example.com Ben");
    board.sayWith(
        "MSG ben@example.com Ben",
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n"
            + "X-MMS-IM-Format: FN=Arial; EF=B; CO=ff; CS=0; PF=22\r\n\r\nHi\r\nAnna");
    board.sayWith("MSG ben@example.com Ben", TYPING);

    Event.MessageReceived message = heard.next(Event.MessageReceived.class);
    assertThat(message)
        .isEqualTo(
            new Event.MessageReceived(
                anna.conversationWith(BEN),
                BEN,
                "Ben",
                "Hi\nAnna",
                new TextFormat("Arial", Set.of(Effect.BOLD), 0xFF0000, 0, 0x22, false)));
    assertThat(heard.next(Event.Typing.class).from()).isEqualTo(BEN);
  }

  @Test
  void aMessageThatMakesNoSenseIsPassedOver() throws Exception {
    Peer board = answered("IRO 1 1 1 ben@example.com Ben");
    board.sayWith("MSG ben@example.com Ben", "no header at all\r\n\r\n");
    board.sayWith("MSG ben@example.com Ben", TYPING);
    assertThat(heard.next(Event.Typing.class).from()).isEqualTo(BEN);
  }

  @Test
  void anInvitationToSeveralIsAGroup() throws Exception {
    Peer board = answered("IRO 1 1 2 ben@example.com Ben", "IRO 1 2 2 carl@example.com Carl");
    Conversation group = heard.next(Event.Joined.class).conversation();
    assertThat(heard.next(Event.Joined.class).conversation()).isSameAs(group);
    assertThat(group.isGroup()).isTrue();
    assertThat(group.people()).containsExactlyInAnyOrder(BEN, CARL);
    assertThat(anna.conversations()).contains(group);

    board.say("BYE carl@example.com 1");
    assertThat(heard.next(Event.Left.class).idle()).isTrue();
    assertThat(group.people()).containsExactlyInAnyOrder(BEN, CARL);
    CompletionStage<Outcome> said = group.say("Hello");
    String line = board.line();
    board.payloadOf(line);
    board.say("ACK 2");
    assertThat(await(said)).isEqualTo(Outcome.done());
  }

  @Test
  void aBoardThatAllHaveLeftIsLeftAndOpenedAgainWhenNeeded() throws Exception {
    Peer board = answered("IRO 1 1 1 ben@example.com Ben");
    heard.next(Event.Joined.class);
    board.say("BYE ben@example.com").expect("OUT").expectEnd();
    assertThat(heard.next(Event.Left.class).who()).isEqualTo(BEN);
    Conversation ben = anna.conversationWith(BEN);
    assertThat(ben.present()).isEmpty();

    CompletionStage<Outcome> said = ben.say("Are you still there?");
    Peer again = open(7);
    again.expect("CAL 2 ben@example.com").say("CAL 2 RINGING 11752014", "JOI ben@example.com Ben");
    String line = again.line();
    again.payloadOf(line);
    again.say("ACK 3");
    assertThat(await(said)).isEqualTo(Outcome.done());
  }

  @Test
  void whatWasUnderWayWhenTheBoardBrokeIsNotKnownToHaveArrived() throws Exception {
    Peer board = answered("IRO 1 1 1 ben@example.com Ben");
    heard.next(Event.Joined.class);
    CompletionStage<Outcome> said = anna.conversationWith(BEN).say("Hello");
    board.payloadOf(board.line());
    board.close();
    assertThat(await(said))
        .isEqualTo(Outcome.failed(new Failure.ConnectionLost("the server closed it")));
    assertThat(heard.next(Event.Left.class).who()).isEqualTo(BEN);
  }

  @Test
  void typingIsSentEveryFewSecondsAtMost() throws Exception {
    Peer board = answered("IRO 1 1 1 ben@example.com Ben");
    heard.next(Event.Joined.class);
    Conversation ben = anna.conversationWith(BEN);
    ben.typing();
    ben.typing();
    ben.typing();
    String typing = board.line();
    assertThat(typing).startsWith("MSG 2 U ");
    assertThat(board.payloadOf(typing)).isEqualTo(TYPING.replace("ben@", "anna@"));
    CompletionStage<Outcome> said = ben.say("done");
    assertThat(board.line()).startsWith("MSG 3 A ");
    board.close();
    await(said);
  }

  @Test
  void leavingIsForGoodAndTheNextConversationIsAnother() throws Exception {
    Peer board = answered("IRO 1 1 1 ben@example.com Ben");
    heard.next(Event.Joined.class);
    Conversation first = anna.conversationWith(BEN);
    first.leave();
    board.expect("OUT").expectEnd();
    assertThat(await(first.say("too late")))
        .isEqualTo(Outcome.failed(new Failure.ConversationLeft()));
    assertThat(anna.conversationWith(BEN)).isNotSameAs(first);
  }

  @Test
  void signingOutLeavesAllConversations() throws Exception {
    Peer board = answered("IRO 1 1 1 ben@example.com Ben");
    heard.next(Event.Joined.class);
    CompletionStage<?> out = anna.signOut();
    board.expect("OUT").expectEnd();
    peer.expect("OUT").expectEnd();
    board.close();
    peer.close();
    await(out);
  }

  /** The account's own switchboard, open. */
  private Peer open(int trId) throws Exception {
    peer.expect("XFR " + trId + " SB")
        .say("XFR " + trId + " SB " + switchboards.address() + " CKI 17262740.1050826919.32308");
    return switchboards
        .accept()
        .expect("USR 1 anna@example.com 17262740.1050826919.32308")
        .say("USR 1 OK anna@example.com Anna");
  }

  /** A switchboard that Ben invited the account to, with those who are there. */
  private Peer answered(String... present) throws Exception {
    peer.say(
        "RNG 11752013 " + switchboards.address() + " CKI 849102291.520491932 ben@example.com Ben");
    return switchboards
        .accept()
        .expect("ANS 1 anna@example.com 849102291.520491932 11752013")
        .say(present)
        .say("ANS 1 OK");
  }
}

package im.chrysalis.client;

import static im.chrysalis.client.Anna.BEN;
import static im.chrysalis.client.Anna.BENS_ID;
import static im.chrysalis.client.Anna.CREDENTIALS;
import static im.chrysalis.client.Anna.FRIENDS;
import static im.chrysalis.client.Anna.TICKETS;
import static im.chrysalis.client.Anna.await;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.client.ScriptedServer.Peer;
import im.chrysalis.values.Ability;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.wire.payload.MsnObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What came with MSNP8 to MSNP12, between signing in and signing out. */
class LaterSessionTest {
  private static final EmailAddress CARL = EmailAddress.of("carl@example.com");
  private static final EmailAddress DORA = EmailAddress.of("dora@example.com");
  private static final String DORAS_ID = "00000000-0000-4000-8000-000000000004";

  private final Heard heard = new Heard();
  private final FakeTimer time = new FakeTimer();
  private ScriptedServer server;
  private Messenger anna;
  private Peer peer;

  @BeforeEach
  void start() throws Exception {
    server = new ScriptedServer();
    CompletionStage<Messenger> signIn =
        Messenger.signIn(
            CREDENTIALS, Options.at(server.address()).tickets(TICKETS).listener(heard), time::on);
    peer = Anna.arriveByTicket(server.accept());
    anna = await(signIn);
    heard.next(Event.SignedIn.class);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    anna.close();
  }

  @Test
  void presenceShowsPictureAndAbilities() throws Exception {
    MsnObject picture =
        MsnObject.of(
            BEN, MsnObject.PICTURE, "TFR1.dat", "", "data".getBytes(StandardCharsets.UTF_8));
    peer.say(
        "ILN 6 NLN ben@example.com Ben 1342177296 " + picture.word(),
        "NLN BSY ben@example.com Ben 0 %3Cmsnobj%20nonsense");
    Contact ben = heard.next(Event.PresenceChanged.class).contact();
    assertThat(ben.abilities()).containsExactly(Ability.WEBCAM);
    assertThat(ben.picture()).contains(picture);
    Contact later = heard.next(Event.PresenceChanged.class).contact();
    assertThat(later.abilities()).isEmpty();
    assertThat(later.picture()).isEmpty();
  }

  @Test
  void personalMessagesAreToldAndGoWithTheirOwner() throws Exception {
    peer.say("NLN NLN ben@example.com Ben 0")
        .sayWith(
            "UBX ben@example.com",
            "<Data><PSM>Back &amp; happy</PSM><CurrentMedia></CurrentMedia></Data>")
        .sayWith("UBX ben@example.com", "<Data><PSM>no end");
    assertThat(heard.next(Event.PersonalMessageChanged.class).contact().personalMessage())
        .isEqualTo(new PersonalMessage("Back & happy", ""));
    peer.say("NLN AWY ben@example.com Ben 0", "FLN ben@example.com");
    assertThat(heard.next(Event.PresenceChanged.class).contact().personalMessage().text())
        .isEqualTo("Back & happy");
    assertThat(heard.next(Event.PresenceChanged.class).contact().personalMessage())
        .isEqualTo(PersonalMessage.NONE);
  }

  @Test
  void whatIsToldIsToldAgainAfterComingBack() throws Exception {
    CompletionStage<Outcome> told = anna.tell(new PersonalMessage("1 < 2", ""));
    String tale = "<Data><PSM>1 &lt; 2</PSM><CurrentMedia></CurrentMedia></Data>";
    assertThat(peer.payloadOf(peer.expectStart("UUX 7 "))).isEqualTo(tale);
    peer.say("UUX 7 0");
    assertThat(await(told)).isEqualTo(Outcome.done());
    assertThat(anna.personalMessage().text()).isEqualTo("1 < 2");
    peer.close();
    heard.next(Event.Disconnected.class);
    time.passWhenAwaited(Duration.ofSeconds(2));
    Peer again = Anna.arriveByTicket(server.accept());
    assertThat(again.payloadOf(again.expectStart("UUX 7 "))).isEqualTo(tale);
    again.say("UUX 7 0");
    assertThat(heard.next(Event.SignedIn.class).again()).isTrue();
  }

  @Test
  void theNameIsAProperty() throws Exception {
    CompletionStage<Outcome> renamed = anna.rename("Anna B");
    peer.expect("PRP 7 MFN Anna%20B").say("PRP 7 MFN Anna%20B");
    assertThat(await(renamed)).isEqualTo(Outcome.done());
    assertThat(anna.name()).isEqualTo("Anna B");
  }

  @Test
  void friendsAreCalledByTheirIds() throws Exception {
    Group group = anna.contacts().roster().groupNamed("friends").orElseThrow();
    CompletionStage<Outcome> added = anna.contacts().add(DORA, group);
    peer.expect("ADC 7 FL N=dora@example.com F=dora@example.com")
        .say("ADC 7 FL N=dora@example.com F=dora@example.com C=" + DORAS_ID)
        .expect("ADC 8 FL C=" + DORAS_ID + " " + FRIENDS)
        .say("ADC 8 FL C=" + DORAS_ID + " " + FRIENDS)
        .expect("ADC 9 AL N=dora@example.com")
        .say("ADC 9 AL N=dora@example.com");
    assertThat(await(added)).isEqualTo(Outcome.done());
    Contact dora = anna.contacts().find(DORA).orElseThrow();
    assertThat(dora.id()).contains(DORAS_ID);
    assertThat(dora.groups()).containsExactly(FRIENDS);
    assertThat(dora.isAllowed()).isTrue();

    CompletionStage<Outcome> labelled = anna.contacts().label(DORA, "Do");
    peer.expect("SBP 10 " + DORAS_ID + " MFN Do").say("SBP 10 " + DORAS_ID + " MFN Do");
    await(labelled);
    assertThat(anna.contacts().find(DORA)).get().matches(it -> it.name().equals("Do"));

    CompletionStage<Outcome> out = anna.contacts().removeFrom(group, BEN);
    peer.expect("REM 11 FL " + BENS_ID + " " + FRIENDS).say("REM 11 FL " + BENS_ID + " " + FRIENDS);
    await(out);
    assertThat(anna.contacts().roster().inNoGroup())
        .extracting(Contact::address)
        .containsExactly(BEN);
    CompletionStage<Outcome> removed = anna.contacts().remove(BEN);
    peer.expect("REM 12 FL " + BENS_ID).say("REM 12 FL " + BENS_ID);
    await(removed);
    assertThat(anna.contacts().find(BEN)).get().matches(it -> !it.isFriend() && it.watchesMe());
    assertThat(await(anna.contacts().label(BEN, "Benny")))
        .isEqualTo(Outcome.failed(new Failure.NotAFriend(BEN)));
  }

  @Test
  void whoIsDecidedUponIsPendingNoMore() throws Exception {
    CompletionStage<Outcome> allowed = anna.contacts().allow(CARL);
    peer.expect("ADC 7 AL N=carl@example.com")
        .say("ADC 7 AL N=carl@example.com")
        .expect("ADC 8 RL N=carl@example.com")
        .say("ADC 8 RL N=carl@example.com")
        .expect("REM 9 PL carl@example.com")
        .say("REM 9 PL carl@example.com");
    assertThat(await(allowed)).isEqualTo(Outcome.done());
    assertThat(anna.contacts().pending()).isEmpty();
    assertThat(anna.contacts().find(CARL).orElseThrow().lists())
        .containsExactlyInAnyOrder(ContactList.ALLOW, ContactList.REVERSE);
  }

  @Test
  void whoAddsTheAccountIsPending() throws Exception {
    peer.say("ADC 0 RL N=dora@example.com F=Do%20Ra");
    Contact dora = heard.next(Event.AddedYou.class).contact();
    assertThat(dora.name()).isEqualTo("Do Ra");
    assertThat(dora.isPending()).isTrue();
    peer.say("REM 0 RL dora@example.com");
    assertThat(heard.next(Event.RemovedYou.class).contact().address()).isEqualTo(DORA);
    assertThat(anna.contacts().find(DORA)).isEmpty();
  }

  @Test
  void groupsHaveIds() throws Exception {
    CompletionStage<Outcome> added = anna.contacts().addGroup("Work");
    peer.expect("ADG 7 Work").say("ADG 7 Work " + DORAS_ID);
    await(added);
    Group work = anna.contacts().roster().groupNamed("Work").orElseThrow();
    assertThat(work.id()).isEqualTo(DORAS_ID);
    CompletionStage<Outcome> renamed = anna.contacts().renameGroup(work, "Toil");
    peer.expect("REG 8 " + DORAS_ID + " Toil").say("REG 8 " + DORAS_ID + " Toil");
    await(renamed);
    assertThat(anna.contacts().roster().groupNamed("Toil")).isPresent();
  }

  @Test
  void theLaterChallengeIsAnswered() throws Exception {
    peer.say("CHL 0 22210219642164014968");
    peer.expect("QRY 7 PROD0090YUAUV{2B 32");
    assertThat(peer.payload(32)).matches("[0-9a-f]{32}");
  }

  @Test
  void theServerSaysWhenToPing() throws Exception {
    time.passWhenAwaited(Duration.ofSeconds(50));
    peer.expect("PNG").say("QNG 20", "NLN NLN ben@example.com Ben 0");
    heard.next(Event.PresenceChanged.class);
    time.passWhenAwaited(Duration.ofSeconds(20));
    peer.expect("PNG").say("QNG 20");
  }

  @Test
  void dataHasALetterOfItsOwn() throws Exception {
    try (ScriptedServer switchboards = new ScriptedServer()) {
      peer.say("RNG 11752013 " + switchboards.address() + " CKI 8.1 ben@example.com Ben");
      Peer board =
          switchboards
              .accept()
              .expect("ANS 1 anna@example.com 8.1 11752013")
              .say("IRO 1 1 1 ben@example.com Ben 1342177296", "ANS 1 OK");
      assertThat(heard.next(Event.Joined.class).abilities()).isEqualTo(Set.of(Ability.WEBCAM));
      board.sayWith(
          "MSG ben@example.com Ben",
          "MIME-Version: 1.0\r\nContent-Type: text/x-msnmsgr-datacast\r\n\r\nID: 1\r\n\r\n");
      Event.DataReceived nudge = heard.next(Event.DataReceived.class);
      assertThat(nudge.message().contentType()).isEqualTo("text/x-msnmsgr-datacast");

      CompletionStage<Outcome> sent = nudge.conversation().send(nudge.message());
      assertThat(board.payloadOf(board.expectStart("MSG 2 D "))).endsWith("\r\n\r\nID: 1\r\n\r\n");
      board.say("ACK 2");
      assertThat(await(sent)).isEqualTo(Outcome.done());
    }
  }

  @Test
  void anUnknownPersonInAGroupIsPassedOver() throws Exception {
    peer.say("ADC 0 FL C=" + DORAS_ID + " " + FRIENDS, "REM 0 FL " + DORAS_ID);
    peer.say("NLN NLN ben@example.com Ben 0");
    heard.next(Event.PresenceChanged.class);
    assertThat(anna.contacts().roster().people()).hasSize(3);
    assertThat(anna.contacts().find(DORA)).isEqualTo(Optional.empty());
  }
}

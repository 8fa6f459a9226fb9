package im.chrysalis.client;

import static im.chrysalis.client.Anna.ANNA;
import static im.chrysalis.client.Anna.BEN;
import static im.chrysalis.client.Anna.BENS_ID;
import static im.chrysalis.client.Anna.CREDENTIALS;
import static im.chrysalis.client.Anna.FRIENDS;
import static im.chrysalis.client.Anna.OFFER;
import static im.chrysalis.client.Anna.OLD_OFFER;
import static im.chrysalis.client.Anna.TICKETS;
import static im.chrysalis.client.Anna.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.client.ScriptedServer.Peer;
import im.chrysalis.client.TicketSource.Result.Refused;
import im.chrysalis.values.Ability;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Status;
import im.chrysalis.wire.dialect.Dialect;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in since MSNP8: a ticket in place of the password, and lists person by person. */
class TicketSignInTest {
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
  void aTicketStandsInForThePassword() throws Exception {
    CompletionStage<Messenger> signIn = signIn(options().tickets(TICKETS));
    Anna.arriveByTicket(server.accept());

    Messenger anna = await(signIn);
    assertThat(anna.dialect()).contains(Dialect.MSNP12);
    assertThat(anna.name()).isEqualTo("Anna A");
    assertThat(heard.next(Event.SignedIn.class))
        .isEqualTo(new Event.SignedIn(ANNA, "Anna A", Dialect.MSNP12, false));
    Roster roster = anna.contacts().roster();
    assertThat(roster.groups()).containsExactly(new Group(FRIENDS, "Friends"));
    assertThat(roster.friends())
        .containsExactly(
            new Contact(
                BEN,
                "Ben",
                Set.of(ContactList.FORWARD, ContactList.ALLOW, ContactList.REVERSE),
                Set.of(FRIENDS),
                Optional.of(BENS_ID),
                Look.OFFLINE));
    assertThat(roster.pending()).extracting(Contact::name).containsExactly("Carl");
    assertThat(roster.people()).hasSize(3);
  }

  @Test
  void aServerOf2003NumbersItsGroups() throws Exception {
    CompletionStage<Messenger> signIn =
        signIn(
            options()
                .tickets(TICKETS)
                .dialect(Dialect.MSNP8)
                .abilities(Set.of(Ability.WEBCAM, Ability.INK_AS_GIF))
                .status(Status.BUSY));
    Peer peer = server.accept();
    peer.expect("VER 1 MSNP8 CVR0").say("VER 1 MSNP8");
    assertThat(peer.line()).startsWith("CVR 2 ");
    peer.say("CVR 2 0.1.0 0.1.0 0.1.0 http://example.com/ http://example.com/")
        .expect("USR 3 TWN I anna@example.com")
        .say("USR 3 TWN S ct=1")
        .expect("USR 4 TWN S t=ct=1&p=")
        .say("USR 4 OK anna@example.com Anna 1 0")
        .expect("SYN 5 0")
        .say(
            "SYN 5 27 2 2",
            "GTC N",
            "BLP BL",
            "LSG 0 Other%20Contacts 0",
            "LSG 1 Friends 0",
            "LST ben@example.com Ben 3 0",
            "LST eve@example.com Eve 8")
        .expect("CHG 6 BSY 20")
        .say("CHG 6 BSY 20");
    Roster roster = await(signIn).contacts().roster();
    assertThat(roster.groups()).containsExactly(new Group("1", "Friends"));
    assertThat(roster.inNoGroup()).extracting(Contact::address).containsExactly(BEN);
    assertThat(roster.pending()).extracting(Contact::name).containsExactly("Eve");
  }

  @Test
  void whoHasNobodyIsSignedInToo() throws Exception {
    CompletionStage<Messenger> signIn = signIn(options().tickets(TICKETS));
    Anna.proveByTicket(server.accept())
        .expect("SYN 5 0 0")
        .say("SYN 5 1 1 0 0", "GTC A", "BLP BL", "PRP MFN Anna")
        .expect("CHG 6 NLN 0")
        .say("CHG 6 NLN 0");
    Messenger anna = await(signIn);
    assertThat(anna.name()).isEqualTo("Anna");
    assertThat(anna.contacts().roster().privacy()).isEqualTo(PrivacyDefault.BLOCK);
  }

  @Test
  void aTicketThatTheServerDoesNotTakeIsNoWrongPassword() throws Exception {
    CompletionStage<Messenger> signIn = signIn(options().tickets(TICKETS));
    Peer peer = toTicket(server.accept());
    peer.expect("USR 4 TWN S t=ct=1&p=").say("911 4").expectEnd();
    assertFails(signIn, new Failure.TicketRefused(ANNA));
  }

  @Test
  void aWrongPasswordIsNotTakenElsewhere() throws Exception {
    CompletionStage<Messenger> signIn =
        signIn(options().tickets(refusing(new Failure.WrongPassword(ANNA))));
    toTicket(server.accept()).expectEnd();
    assertFails(signIn, new Failure.WrongPassword(ANNA));
  }

  @Test
  void whoAskedForTicketsGetsInWithNothingElse() throws Exception {
    Failure none = new Failure.Unreachable(ServerAddress.of("example.com"), "nobody listens there");
    CompletionStage<Messenger> signIn = signIn(options().tickets(refusing(none)));
    toTicket(server.accept()).expectEnd();
    assertFails(signIn, none);
  }

  @Test
  void aSourceThatFailsGivesNoTicket() throws Exception {
    CompletionStage<Messenger> signIn =
        signIn(
            options()
                .tickets((_, _) -> CompletableFuture.failedStage(new IllegalStateException("x"))));
    toTicket(server.accept()).expectEnd();
    assertThatThrownBy(() -> await(signIn))
        .extracting(it -> ((SignInFailed) it.getCause()).failure())
        .isInstanceOf(Failure.NotUnderstood.class);
  }

  @Test
  void withoutWebServicesAnOlderDialectWillDo() throws Exception {
    // whoever may be at the usual ports of this machine, Java believes nobody there
    CompletionStage<Messenger> signIn = signIn(options());
    toTicket(server.accept()).expectEnd();
    Anna.arrive(server.accept(), OLD_OFFER);
    assertThat(await(signIn).dialect()).contains(Dialect.MSNP7);
  }

  @Test
  void aTicketThatComesTooLateIsNotUsed() throws Exception {
    CompletableFuture<TicketSource.Result> coming = new CompletableFuture<>();
    CompletionStage<Messenger> signIn = signIn(options().tickets((_, _) -> coming));
    Peer peer = toTicket(server.accept());
    peer.say("OUT SSD").expectEnd();
    assertFails(signIn, new Failure.ServerShutDown());
    coming.complete(new TicketSource.Result.Ticket("t=1&p="));
  }

  @Test
  void aTicketIsNotShown() {
    assertThat(new TicketSource.Result.Ticket("t=1&p=").toString()).isEqualTo("Ticket");
  }

  /** From VER to the question for the ticket. */
  private static Peer toTicket(Peer peer) throws Exception {
    peer.expect("VER 1 " + OFFER).say("VER 1 MSNP12");
    assertThat(peer.line()).startsWith("CVR 2 ");
    return peer.say("CVR 2 0.1.0 0.1.0 0.1.0 http://example.com/ http://example.com/")
        .expect("USR 3 TWN I anna@example.com")
        .say("USR 3 TWN S ct=1");
  }

  private static TicketSource refusing(Failure why) {
    return (_, _) -> CompletableFuture.completedStage(new Refused(why));
  }

  private CompletionStage<Messenger> signIn(Options options) {
    return Messenger.signIn(CREDENTIALS, options, time::on);
  }

  private Options options() {
    return Options.at(server.address()).listener(heard);
  }

  private static void assertFails(CompletionStage<Messenger> signIn, Failure why) {
    assertThatThrownBy(() -> await(signIn))
        .extracting(it -> ((SignInFailed) it.getCause()).failure())
        .isEqualTo(why);
  }
}

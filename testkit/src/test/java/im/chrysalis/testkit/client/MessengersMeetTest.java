package im.chrysalis.testkit.client;

import static im.chrysalis.testkit.client.Meeting.ANNA;
import static im.chrysalis.testkit.client.Meeting.BEN;
import static im.chrysalis.testkit.client.Meeting.CARL;
import static im.chrysalis.testkit.client.Meeting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.client.Contact;
import im.chrysalis.client.Conversation;
import im.chrysalis.client.Credentials;
import im.chrysalis.client.Event;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Group;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Options;
import im.chrysalis.client.Outcome;
import im.chrysalis.client.Refusal;
import im.chrysalis.client.Roster;
import im.chrysalis.client.SignInFailed;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Status;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.payload.TextFormat;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client library and the server, with nothing between them. */
class MessengersMeetTest {
  private final Heard annaHeard = new Heard();
  private final Heard benHeard = new Heard();
  private final Heard carlHeard = new Heard();
  private Meeting meeting;

  @BeforeEach
  void start() {
    meeting = new Meeting();
  }

  @AfterEach
  void stop() {
    meeting.close();
  }

  static Stream<Dialect> dialects() {
    return Options.DIALECTS.stream();
  }

  static Stream<Dialect> dialectsWithGroups() {
    return dialects().filter(it -> it.hasGroups() || it.hasAddressBook());
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void friendsSeeEachOtherAndTalk(Dialect dialect) {
    Messenger anna = meeting.signIn(ANNA, meeting.options(annaHeard).dialect(dialect));
    assertThat(anna.dialect()).contains(dialect);
    assertThat(anna.name()).isEqualTo("It's anna");
    assertThat(anna.contacts().find(BEN)).get().matches(it -> it.isFriend() && !it.isOnline());

    Messenger ben =
        meeting.signIn(BEN, meeting.options(benHeard).dialect(dialect).status(Status.BUSY));
    Event.PresenceChanged benCame = annaHeard.next(Event.PresenceChanged.class);
    assertThat(benCame.contact().address()).isEqualTo(BEN);
    assertThat(benCame.contact().name()).isEqualTo("It's ben");
    assertThat(benCame.contact().status()).isEqualTo(Status.BUSY);
    assertThat(benCame.before()).isEqualTo(Status.OFFLINE);
    assertThat(benHeard.next(Event.PresenceChanged.class).contact().status())
        .isEqualTo(Status.ONLINE);

    Conversation withBen = anna.conversationWith(BEN);
    assertThat(await(withBen.say("Hello, Ben!\nÄ 😀"))).isEqualTo(Outcome.done());
    Event.MessageReceived hello = benHeard.next(Event.MessageReceived.class);
    assertThat(hello.from()).isEqualTo(ANNA);
    assertThat(hello.text()).isEqualTo("Hello, Ben!\nÄ 😀");
    assertThat(hello.format()).isEqualTo(TextFormat.PLAIN);
    assertThat(hello.conversation()).isSameAs(ben.conversationWith(ANNA));

    hello.conversation().typing();
    assertThat(annaHeard.next(Event.Typing.class).from()).isEqualTo(BEN);
    assertThat(await(hello.conversation().say("Hello yourself"))).isEqualTo(Outcome.done());
    Event.MessageReceived answer = annaHeard.next(Event.MessageReceived.class);
    assertThat(answer.text()).isEqualTo("Hello yourself");
    assertThat(answer.conversation()).isSameAs(withBen);

    assertThat(await(ben.status(Status.AWAY))).isEqualTo(Outcome.done());
    assertThat(annaHeard.next(Event.PresenceChanged.class).contact().status())
        .isEqualTo(Status.AWAY);
    assertThat(await(ben.rename("Benjamin Ö"))).isEqualTo(Outcome.done());
    assertThat(annaHeard.next(Event.PresenceChanged.class).contact().name())
        .isEqualTo("Benjamin Ö");
    hello.conversation().leave();
    if (dialect.hasSwitchboards()) {
      assertThat(annaHeard.next(Event.Left.class).who()).isEqualTo(BEN);
    }
    ben.close();
    assertThat(annaHeard.next(Event.PresenceChanged.class).contact().isOnline()).isFalse();
    Outcome toNobody = await(withBen.say("Are you there?"));
    if (dialect.hasSwitchboards()) {
      assertThat(toNobody).isEqualTo(Outcome.failed(new Failure.RecipientOffline(BEN)));
    } else { // the server keeps it for him
      assertThat(toNobody).isEqualTo(Outcome.done());
      meeting.signIn(BEN, meeting.options(benHeard).dialect(dialect));
      assertThat(benHeard.next(Event.OfflineMessageReceived.class).text())
          .isEqualTo("Are you there?");
    }
  }

  @Test
  void aConversationThatTheOtherLeftIsOpenedAgainWhenSomethingIsSaid() {
    Messenger anna = meeting.signIn(ANNA, meeting.options(annaHeard).dialect(Dialect.MSNP18));
    meeting.signIn(BEN, meeting.options(benHeard).dialect(Dialect.MSNP18));
    Conversation withBen = anna.conversationWith(BEN);
    await(withBen.say("one"));
    benHeard.next(Event.MessageReceived.class).conversation().leave();
    assertThat(annaHeard.next(Event.Left.class).who()).isEqualTo(BEN);
    assertThat(withBen.present()).isEmpty();

    assertThat(await(withBen.say("two"))).isEqualTo(Outcome.done());
    assertThat(benHeard.next(Event.MessageReceived.class).text()).isEqualTo("two");
  }

  static Stream<Dialect> newestDialects() {
    return Stream.of(Dialect.MSNP18, Dialect.MSNP21);
  }

  @ParameterizedTest
  @MethodSource("newestDialects")
  void bothMayOpenAConversationAtOnce(Dialect dialect) {
    Messenger anna = meeting.signIn(ANNA, meeting.options(annaHeard).dialect(dialect));
    Messenger ben = meeting.signIn(BEN, meeting.options(benHeard).dialect(dialect));
    CompletionStage<Outcome> fromAnna = anna.conversationWith(BEN).say("from Anna");
    CompletionStage<Outcome> fromBen = ben.conversationWith(ANNA).say("from Ben");

    assertThat(await(fromAnna)).isEqualTo(Outcome.done());
    assertThat(await(fromBen)).isEqualTo(Outcome.done());
    Event.MessageReceived atBen = benHeard.next(Event.MessageReceived.class);
    Event.MessageReceived atAnna = annaHeard.next(Event.MessageReceived.class);
    assertThat(atBen.conversation()).isSameAs(ben.conversationWith(ANNA));
    assertThat(atAnna.conversation()).isSameAs(anna.conversationWith(BEN));
    assertThat(await(atBen.conversation().say("again"))).isEqualTo(Outcome.done());
    assertThat(annaHeard.next(Event.MessageReceived.class).text()).isEqualTo("again");
  }

  @ParameterizedTest
  @MethodSource("newestDialects")
  void aThirdPersonMakesItAGroup(Dialect dialect) {
    Messenger anna = meeting.signIn(ANNA, meeting.options(annaHeard).dialect(dialect));
    meeting.signIn(BEN, meeting.options(benHeard).dialect(dialect));
    Messenger carl = meeting.signIn(CARL, meeting.options(carlHeard).dialect(dialect));
    Conversation all = anna.conversationWith(BEN);
    await(all.say("just us"));
    assertThat(all.isGroup()).isFalse();

    assertThat(await(all.invite(CARL))).isEqualTo(Outcome.done());
    annaHeard.next(Event.Joined.class, it -> it.who().equals(CARL));
    benHeard.next(Event.Joined.class, it -> it.who().equals(CARL));
    assertThat(all.isGroup()).isTrue();
    assertThat(all.present()).containsExactlyInAnyOrder(BEN, CARL);
    assertThat(anna.conversationWith(BEN)).isNotSameAs(all);

    assertThat(await(all.say("all of us"))).isEqualTo(Outcome.done());
    Event.MessageReceived atCarl = carlHeard.next(Event.MessageReceived.class);
    assertThat(atCarl.conversation().people()).containsExactlyInAnyOrder(ANNA, BEN);
    assertThat(atCarl.conversation()).isNotSameAs(carl.conversationWith(ANNA));
    Event.MessageReceived atBen =
        benHeard.next(Event.MessageReceived.class, it -> it.text().equals("all of us"));
    assertThat(atBen.conversation().isGroup()).isTrue();

    atCarl.conversation().leave();
    assertThat(annaHeard.next(Event.Left.class).who()).isEqualTo(CARL);
    assertThat(all.people()).containsExactly(BEN);
    assertThat(await(all.say("two again"))).isEqualTo(Outcome.done());
    assertThat(benHeard.next(Event.MessageReceived.class).text()).isEqualTo("two again");
  }

  @ParameterizedTest
  @MethodSource("dialectsWithGroups")
  void listsAndGroupsChange(Dialect dialect) {
    Messenger anna = meeting.signIn(ANNA, meeting.options(annaHeard).dialect(dialect));
    Messenger carl = meeting.signIn(CARL, meeting.options(carlHeard).dialect(dialect));

    assertThat(await(anna.contacts().add(CARL))).isEqualTo(Outcome.done());
    assertThat(anna.contacts().find(CARL))
        .get()
        .matches(it -> it.isFriend() && it.isAllowed() && !it.watchesMe());
    assertThat(annaHeard.next(Event.PresenceChanged.class).contact().name()).isEqualTo("It's carl");
    assertThat(carlHeard.next(Event.AddedYou.class).contact().name()).isEqualTo("It's anna");

    assertThat(await(carl.contacts().block(ANNA))).isEqualTo(Outcome.done());
    assertThat(
            annaHeard
                .next(Event.PresenceChanged.class, it -> it.contact().address().equals(CARL))
                .contact()
                .isOnline())
        .isFalse();
    assertThat(await(carl.contacts().unblock(ANNA))).isEqualTo(Outcome.done());
    assertThat(annaHeard.next(Event.PresenceChanged.class).contact().isOnline()).isTrue();

    assertThat(await(anna.contacts().addGroup("Old friends"))).isEqualTo(Outcome.done());
    Group group = anna.contacts().roster().groupNamed("old friends").orElseThrow();
    assertThat(await(anna.contacts().addTo(group, CARL))).isEqualTo(Outcome.done());
    assertThat(anna.contacts().roster().in(group))
        .extracting(Contact::address)
        .containsExactly(CARL);
    assertThat(await(anna.contacts().renameGroup(group, "New friends"))).isEqualTo(Outcome.done());
    assertThat(anna.contacts().roster().groupNamed("New friends")).isPresent();
    assertThat(await(anna.contacts().removeFrom(group, CARL))).isEqualTo(Outcome.done());
    assertThat(anna.contacts().roster().in(group)).isEmpty();
    assertThat(await(anna.contacts().removeGroup(group))).isEqualTo(Outcome.done());
    assertThat(await(anna.contacts().privacy(PrivacyDefault.BLOCK))).isEqualTo(Outcome.done());
    assertThat(anna.contacts().roster().privacy()).isEqualTo(PrivacyDefault.BLOCK);

    assertThat(await(anna.contacts().remove(CARL))).isEqualTo(Outcome.done());
    assertThat(anna.contacts().friends()).extracting(Contact::address).containsExactly(BEN);
    assertThat(carlHeard.next(Event.RemovedYou.class).contact().address()).isEqualTo(ANNA);
    EmailAddress nobody = EmailAddress.of("nobody@example.test");
    assertThat(await(anna.contacts().add(nobody)))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            it -> assertThat(meaning(it.why())).isEqualTo(Refusal.NO_SUCH_ACCOUNT));
  }

  private static Refusal meaning(Failure why) {
    return switch (why) {
      case Failure.Refused it -> it.meaning();
      case Failure.WebRefused it -> it.meaning();
      default -> throw new AssertionError(why);
    };
  }

  @ParameterizedTest
  @MethodSource("dialectsWithGroups")
  void theListsAreThereAgainAtTheNextSignIn(Dialect dialect) {
    Messenger first = meeting.signIn(ANNA, meeting.options(annaHeard).dialect(dialect));
    await(first.contacts().addGroup("Friends"));
    Group group = first.contacts().roster().groupNamed("Friends").orElseThrow();
    await(first.contacts().add(CARL, group));
    first.close();

    Messenger second = meeting.signIn(ANNA, meeting.options(annaHeard).dialect(dialect));
    Roster roster = second.contacts().roster();
    assertThat(roster.groups()).containsExactly(group);
    assertThat(roster.in(group)).extracting(Contact::address).containsExactly(CARL);
    assertThat(roster.inNoGroup()).extracting(Contact::address).containsExactly(BEN);
  }

  @Test
  void aWrongPasswordIsSaidToBeOne() {
    CompletionStage<Messenger> attempt =
        Messenger.signIn(new Credentials(ANNA, "wrong"), meeting.options(annaHeard));
    assertThatThrownBy(() -> attempt.toCompletableFuture().join())
        .isInstanceOf(CompletionException.class)
        .extracting(it -> ((SignInFailed) it.getCause()).failure())
        .isEqualTo(new Failure.WrongPassword(ANNA));
  }

  @Test
  void aSecondSignInEndsTheFirst() {
    meeting.signIn(ANNA, meeting.options(annaHeard).dialect(Dialect.MSNP15));
    Messenger second = meeting.signIn(ANNA, meeting.options(benHeard).dialect(Dialect.MSNP12));
    assertThat(annaHeard.next(Event.SignedOut.class).why())
        .contains(new Failure.SignedInElsewhere());
    assertThat(await(second.status(Status.AWAY))).isEqualTo(Outcome.done());
  }

  @Test
  void whoIsHiddenCantBeginAConversation() {
    Messenger anna =
        meeting.signIn(
            ANNA, meeting.options(annaHeard).dialect(Dialect.MSNP12).status(Status.HIDDEN));
    meeting.signIn(BEN, meeting.options(benHeard));
    assertThat(await(anna.conversationWith(BEN).say("psst")))
        .isEqualTo(Outcome.failed(new Failure.Refused(913)));
  }

  @ParameterizedTest
  @MethodSource("newestDialects")
  void aLongTextArrivesWholeAndInOrder(Dialect dialect) {
    Messenger anna = meeting.signIn(ANNA, meeting.options(annaHeard).dialect(dialect));
    meeting.signIn(BEN, meeting.options(benHeard).dialect(dialect));
    String text = "It was a dark and stormy night. ".repeat(200);
    assertThat(await(anna.conversationWith(BEN).say(text))).isEqualTo(Outcome.done());
    StringBuilder heard = new StringBuilder();
    while (heard.length() < text.length()) {
      heard.append(benHeard.next(Event.MessageReceived.class).text());
    }
    assertThat(heard.toString()).isEqualTo(text);
  }

  @Test
  void aServerThatShutsDownIsComeBackTo() {
    meeting.signIn(ANNA, meeting.options(annaHeard));
    meeting.server().shutDown();
    assertThat(annaHeard.next(Event.Disconnected.class).why())
        .isEqualTo(new Failure.ServerShutDown());
  }
}

package im.chrysalis.testkit.client;

import static im.chrysalis.testkit.client.Meeting.ANNA;
import static im.chrysalis.testkit.client.Meeting.BEN;
import static im.chrysalis.testkit.client.Meeting.CARL;
import static im.chrysalis.testkit.client.Meeting.await;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.client.Contact;
import im.chrysalis.client.Conversation;
import im.chrysalis.client.Event;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Options;
import im.chrysalis.client.Outcome;
import im.chrysalis.testkit.Setting;
import im.chrysalis.values.Ability;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.payload.MimeMessage;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What only some dialects have, and people who speak different ones. */
class DialectsMeetTest {
  private final Heard annaHeard = new Heard();
  private final Heard benHeard = new Heard();
  private final Heard carlHeard = new Heard();
  private Meeting meeting;

  @BeforeEach
  void start() {
    meeting = new Meeting(Setting.STRICT_CHALLENGES);
  }

  @AfterEach
  void stop() {
    meeting.close();
  }

  private Messenger signIn(EmailAddress who, Heard heard, Dialect dialect) {
    return meeting.signIn(who, meeting.options(heard).dialect(dialect));
  }

  @Test
  void whoSpeaksAnOldDialectTalksToWhoSpeaksALaterOne() {
    Messenger anna = signIn(ANNA, annaHeard, Dialect.MSNP12);
    signIn(BEN, benHeard, Dialect.MSNP2);
    assertThat(annaHeard.next(Event.PresenceChanged.class).contact().abilities()).isEmpty();
    assertThat(await(anna.conversationWith(BEN).say("Hello"))).isEqualTo(Outcome.done());
    Event.MessageReceived hello = benHeard.next(Event.MessageReceived.class);
    assertThat(await(hello.conversation().say("Hello yourself"))).isEqualTo(Outcome.done());
    assertThat(annaHeard.next(Event.MessageReceived.class).text()).isEqualTo("Hello yourself");
  }

  @ParameterizedTest
  @CsvSource({"MSNP21,MSNP18,MSNP7", "MSNP18,MSNP21,MSNP21"})
  void threeTalkWithAndWithoutASwitchboard(String annas, String bens, String carls) {
    Messenger anna = signIn(ANNA, annaHeard, Dialect.ofName(annas).orElseThrow());
    signIn(BEN, benHeard, Dialect.ofName(bens).orElseThrow());
    signIn(CARL, carlHeard, Dialect.ofName(carls).orElseThrow());
    Conversation all = anna.conversationWith(BEN);
    assertThat(await(all.say("just us"))).isEqualTo(Outcome.done());
    benHeard.next(Event.MessageReceived.class);
    assertThat(await(all.invite(CARL))).isEqualTo(Outcome.done());
    annaHeard.next(Event.Joined.class, it -> it.who().equals(CARL));
    assertThat(await(all.say("all of us"))).isEqualTo(Outcome.done());
    Event.MessageReceived atCarl = carlHeard.next(Event.MessageReceived.class);
    assertThat(atCarl.text()).isEqualTo("all of us");
    assertThat(atCarl.conversation().people()).containsExactlyInAnyOrder(ANNA, BEN);
    assertThat(await(atCarl.conversation().say("here I am"))).isEqualTo(Outcome.done());
    assertThat(annaHeard.next(Event.MessageReceived.class).conversation()).isSameAs(all);
    assertThat(benHeard.next(Event.MessageReceived.class, it -> it.from().equals(CARL)).text())
        .isEqualTo("here I am");
    atCarl.conversation().leave();
    assertThat(annaHeard.next(Event.Left.class).who()).isEqualTo(CARL);
  }

  @Test
  void abilitiesAreSeenInPresenceAndInConversations() {
    Messenger anna = signIn(ANNA, annaHeard, Dialect.MSNP12);
    Set<Ability> abilities = Set.of(Ability.BOT, Ability.VOICE_CLIPS);
    meeting.signIn(BEN, meeting.options(benHeard).dialect(Dialect.MSNP12).abilities(abilities));
    assertThat(annaHeard.next(Event.PresenceChanged.class).contact().abilities())
        .isEqualTo(abilities);
    await(anna.conversationWith(BEN).say("Hello"));
    assertThat(annaHeard.next(Event.Joined.class).abilities()).isEqualTo(abilities);
  }

  @Test
  void personalMessagesAreTold() {
    signIn(ANNA, annaHeard, Dialect.MSNP11);
    Messenger ben = signIn(BEN, benHeard, Dialect.MSNP12);
    PersonalMessage message = new PersonalMessage("Fish & chips <3", "");
    assertThat(await(ben.tell(message))).isEqualTo(Outcome.done());
    assertThat(annaHeard.next(Event.PersonalMessageChanged.class).contact().personalMessage())
        .isEqualTo(message);
    assertThat(await(ben.tell(PersonalMessage.NONE))).isEqualTo(Outcome.done());
    assertThat(annaHeard.next(Event.PersonalMessageChanged.class).contact().personalMessage())
        .isEqualTo(PersonalMessage.NONE);
    Messenger carl = signIn(CARL, carlHeard, Dialect.MSNP10);
    assertThat(await(carl.tell(message)))
        .isEqualTo(Outcome.failed(new Failure.NotInThisDialect("MSNP10")));
  }

  static Stream<Dialect> laterDialects() {
    return Options.DIALECTS.stream().filter(it -> it.has(Trait.CAPABILITIES));
  }

  @ParameterizedTest
  @MethodSource("laterDialects")
  void whoAddedSomebodyIsPendingUntilTheyDecide(Dialect dialect) {
    signIn(CARL, carlHeard, dialect).contacts().add(ANNA);
    carlHeard.next(Event.ContactChanged.class, it -> it.contact().isAllowed());
    Messenger anna = signIn(ANNA, annaHeard, dialect);
    assertThat(anna.contacts().pending()).extracting(Contact::address).containsExactly(CARL);
    assertThat(anna.contacts().find(CARL)).get().matches(it -> it.name().equals("It's carl"));
    assertThat(await(anna.contacts().allow(CARL))).isEqualTo(Outcome.done());
    assertThat(anna.contacts().pending()).isEmpty();
    anna.close();
    Messenger again = signIn(ANNA, annaHeard, dialect);
    assertThat(again.contacts().pending()).isEmpty();
    assertThat(again.contacts().find(CARL)).get().matches(it -> it.watchesMe() && it.isAllowed());
  }

  @ParameterizedTest
  @MethodSource("laterDialects")
  void aFriendIsCalledOtherwise(Dialect dialect) {
    Messenger anna = signIn(ANNA, annaHeard, dialect);
    assertThat(await(anna.contacts().label(BEN, "Benny"))).isEqualTo(Outcome.done());
    assertThat(anna.contacts().find(BEN)).get().matches(it -> it.name().equals("Benny"));
    anna.close();
    Messenger again = signIn(ANNA, annaHeard, dialect);
    assertThat(again.contacts().find(BEN)).get().matches(it -> it.name().equals("Benny"));
  }

  @ParameterizedTest
  @MethodSource("laterDialects")
  void aNudgeArrives(Dialect dialect) {
    Messenger anna = signIn(ANNA, annaHeard, dialect);
    signIn(BEN, benHeard, dialect);
    MimeMessage nudge = MimeMessage.of("text/x-msnmsgr-datacast").withBody("ID: 1\r\n\r\n");
    assertThat(await(anna.conversationWith(BEN).send(nudge))).isEqualTo(Outcome.done());
    assertThat(benHeard.next(Event.DataReceived.class).message().text()).isEqualTo("ID: 1\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("laterDialects")
  void challengesArePassed(Dialect dialect) {
    Messenger anna = signIn(ANNA, annaHeard, dialect);
    for (Duration step : new Duration[] {Duration.ofSeconds(2), Duration.ofSeconds(60)}) {
      meeting.server().passTime(step);
      meeting.server().settle(); // the challenge is on its way
      assertThat(await(anna.rename("Anna after " + step))).isEqualTo(Outcome.done());
      // the answer to the challenge, which left before that was done, is heard before this
      assertThat(await(anna.rename("Anna again"))).isEqualTo(Outcome.done());
    }
    assertThat(anna.dialect()).contains(dialect);
  }
}

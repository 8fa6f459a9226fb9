package im.chrysalis.testkit.client;

import static im.chrysalis.testkit.client.Meeting.ANNA;
import static im.chrysalis.testkit.client.Meeting.BEN;
import static im.chrysalis.testkit.client.Meeting.CARL;
import static im.chrysalis.testkit.client.Meeting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.client.Contact;
import im.chrysalis.client.Event;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Options;
import im.chrysalis.client.Outcome;
import im.chrysalis.client.SignInFailed;
import im.chrysalis.client.TicketSource.Result;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.wire.dialect.Dialect;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is different for clients whose lists are in the address book. */
class BooksMeetTest {
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

  static Stream<Dialect> dialectsWithBook() {
    return Options.DIALECTS.stream().filter(Dialect::hasAddressBook);
  }

  @ParameterizedTest
  @MethodSource("dialectsWithBook")
  void whatABookKnowsAnOlderDialectKnowsToo(Dialect dialect) {
    Messenger anna = meeting.signIn(ANNA, meeting.options(annaHeard).dialect(dialect));
    assertThat(await(anna.contacts().addGroup("Work"))).isEqualTo(Outcome.done());
    var work = anna.contacts().roster().groupNamed("Work").orElseThrow();
    assertThat(await(anna.contacts().add(CARL, work))).isEqualTo(Outcome.done());
    assertThat(await(anna.contacts().label(CARL, "Charly"))).isEqualTo(Outcome.done());
    assertThat(await(anna.contacts().block(BEN))).isEqualTo(Outcome.done());
    assertThat(await(anna.contacts().privacy(PrivacyDefault.BLOCK))).isEqualTo(Outcome.done());
    assertThat(await(anna.contacts().addNotice(AddNotice.SILENT))).isEqualTo(Outcome.done());
    assertThat(await(anna.rename("Anna <3 100%"))).isEqualTo(Outcome.done());
    var roster = anna.contacts().roster();
    anna.close();

    for (Dialect other : new Dialect[] {Dialect.MSNP12, dialect}) {
      Messenger again = meeting.signIn(ANNA, meeting.options(annaHeard).dialect(other));
      assertThat(again.name()).isEqualTo("Anna <3 100%");
      assertThat(again.contacts().roster()).isEqualTo(roster);
      again.close();
    }
  }

  @ParameterizedTest
  @MethodSource("dialectsWithBook")
  void personalMessagesAreTold(Dialect dialect) {
    meeting.signIn(ANNA, meeting.options(annaHeard).dialect(dialect));
    Messenger ben = meeting.signIn(BEN, meeting.options(benHeard).dialect(dialect));
    PersonalMessage message = new PersonalMessage("Fish & chips", "");
    assertThat(await(ben.tell(message))).isEqualTo(Outcome.done());
    assertThat(
            annaHeard.next(Event.PersonalMessageChanged.class).contact().personalMessage().text())
        .isEqualTo("Fish & chips");
  }

  @ParameterizedTest
  @MethodSource("dialectsWithBook")
  void whoeverSpeaksAnOlderDialectIsTalkedTo(Dialect dialect) {
    Messenger anna = meeting.signIn(ANNA, meeting.options(annaHeard).dialect(dialect));
    meeting.signIn(BEN, meeting.options(benHeard).dialect(Dialect.MSNP7));
    annaHeard.next(Event.PresenceChanged.class, it -> it.contact().isOnline());
    assertThat(await(anna.conversationWith(BEN).say("Hello"))).isEqualTo(Outcome.done());
    Event.MessageReceived hello = benHeard.next(Event.MessageReceived.class);
    assertThat(await(hello.conversation().say("Hello yourself"))).isEqualTo(Outcome.done());
    assertThat(annaHeard.next(Event.MessageReceived.class).text()).isEqualTo("Hello yourself");
  }

  @ParameterizedTest
  @MethodSource("dialectsWithBook")
  void whoAddsTheAccountAndWhoTakesItOffIsTold(Dialect dialect) {
    Messenger anna = meeting.signIn(ANNA, meeting.options(annaHeard).dialect(dialect));
    Messenger carl = meeting.signIn(CARL, meeting.options(carlHeard).dialect(dialect));
    assertThat(await(carl.contacts().add(ANNA))).isEqualTo(Outcome.done());
    Contact added = annaHeard.next(Event.AddedYou.class).contact();
    assertThat(added.address()).isEqualTo(CARL);
    assertThat(added.isPending()).isTrue();
    assertThat(anna.contacts().pending()).extracting(Contact::address).containsExactly(CARL);
    assertThat(await(carl.contacts().remove(ANNA))).isEqualTo(Outcome.done());
    assertThat(annaHeard.next(Event.RemovedYou.class).contact().address()).isEqualTo(CARL);
    assertThat(anna.contacts().pending()).isEmpty();
  }

  @Test
  void aTicketThatIsNotTakenAnyMoreIsExchanged() {
    AtomicInteger asked = new AtomicInteger();
    Options real = meeting.options(annaHeard);
    Options stale =
        real.tickets((credentials, policy) ->
            real.web()
                .tickets()
                .orElseThrow()
                .ticket(credentials, policy)
                .thenApply(result ->
                    result instanceof Result.Ticket ticket && asked.getAndIncrement() == 0
                        ? new Result.Ticket(
                            ticket.text(),
                            ticket.secret(),
                            Map.of("contacts.msn.com", "t=stale&p="))
                        : result));
    Messenger anna = meeting.signIn(ANNA, stale);
    assertThat(anna.contacts().friends()).extracting(Contact::address).containsExactly(BEN);
    assertThat(asked).hasValue(2);
  }

  @Test
  void aTicketThatIsNeverTakenIsSaidToBeOne() {
    Options real = meeting.options(annaHeard).dialect(Dialect.MSNP18);
    Options stale =
        real.tickets((credentials, policy) ->
            real.web()
                .tickets()
                .orElseThrow()
                .ticket(credentials, policy)
                .thenApply(result ->
                    result instanceof Result.Ticket ticket
                        ? new Result.Ticket(
                            ticket.text(),
                            ticket.secret(),
                            Map.of("contacts.msn.com", "t=stale&p="))
                        : result));
    assertThatThrownBy(() -> await(Messenger.signIn(Meeting.credentials(ANNA), stale)))
        .rootCause()
        .extracting(it -> ((SignInFailed) it).failure())
        .isEqualTo(new Failure.TicketRefused(ANNA));
  }

  @Test
  void withoutTheBookADialectWillDoWhoseListsAreOnTheWire() {
    Options tickets = meeting.options(annaHeard);
    Options noWeb = meeting.bareOptions(annaHeard).tickets(tickets.web().tickets().orElseThrow());
    Messenger anna = meeting.signIn(ANNA, noWeb);
    assertThat(anna.dialect()).contains(Dialect.MSNP12);
    assertThat(anna.contacts().friends()).extracting(Contact::address).containsExactly(BEN);
    assertThat(anna.name()).isEqualTo("It's anna");
  }
}

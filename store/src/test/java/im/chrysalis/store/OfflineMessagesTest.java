package im.chrysalis.store;

import static im.chrysalis.store.Neighbours.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.contact.Change;
import im.chrysalis.domain.contact.Decision;
import im.chrysalis.domain.contact.Refusal;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.domain.offline.OfflineMessage.Place;
import im.chrysalis.domain.person.People.NoSuchPerson;
import im.chrysalis.values.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfflineMessagesTest extends OnEveryDatabase {
  private static final Instant NOON = Instant.ofEpochMilli(1_136_073_600_123L);

  private Account anna;
  private Account ben;

  @BeforeEach
  void join() {
    anna = people.join("anna");
    ben = people.join("ben");
  }

  private OfflineMessage message(int number, String text) {
    return new OfflineMessage(
        UUID.randomUUID(),
        anna.card(),
        NOON.plusSeconds(number),
        Optional.of(new Place("{3A3BE82C}", number)),
        Optional.of("FN=Arial"),
        text);
  }

  private OfflineMessage left(int number, String text) {
    OfflineMessage message = message(number, text);
    people.change(ben, roster -> roster.leave(message));
    return message;
  }

  private List<OfflineMessage> waiting(Account of) {
    return await(store.offlineMessages().waiting(of.card().id()));
  }

  @Test
  void whatIsLeftWaitsInItsOrderAndSurvivesARestart() {
    OfflineMessage second = left(2, "and again ☺\nanother line");
    OfflineMessage first = left(1, "");
    assertThat(waiting(ben)).containsExactly(first, second);
    reopen();
    assertThat(waiting(ben)).containsExactly(first, second);
    assertThat(waiting(anna)).isEmpty();
  }

  @Test
  void whatIsNotKnownOfAMessageStaysUnknown() {
    OfflineMessage bare =
        new OfflineMessage(
            UUID.randomUUID(), anna.card(), NOON, Optional.empty(), Optional.empty(), "hi");
    people.change(ben, roster -> roster.leave(bare));
    assertThat(waiting(ben)).containsExactly(bare);
  }

  @Test
  void aMessageIsReadByItsOwnerAlone() {
    OfflineMessage message = left(1, "hi");
    assertThat(await(store.offlineMessages().read(ben.card().id(), message.id())))
        .contains(message);
    assertThat(await(store.offlineMessages().read(anna.card().id(), message.id()))).isEmpty();
    assertThat(await(store.offlineMessages().read(ben.card().id(), UUID.randomUUID()))).isEmpty();
  }

  @Test
  void whatIsTakenIsGoneAndTheRestStays() {
    OfflineMessage first = left(1, "one");
    OfflineMessage second = left(2, "two");
    people.change(ben, roster -> roster.take(List.of(first.id(), UUID.randomUUID())));
    reopen();
    assertThat(waiting(ben)).containsExactly(second);
    assertThat(people.roster(ben).take(List.of(first.id())).refusal()).contains(Refusal.UNCHANGED);
  }

  @Test
  void aMessageThatIsSentAgainIsStillKnownAfterARestart() {
    left(1, "hi");
    reopen();
    Decision again = people.roster(ben).leave(message(1, "hi"));
    assertThat(again.refusal()).contains(Refusal.UNCHANGED);
    assertThat(people.roster(ben).leave(message(2, "hi")).change()).isPresent();
  }

  @Test
  void theListsKeepTheirVersion() {
    left(1, "hi");
    assertThat(people.roster(ben).account().listVersion()).isEqualTo(1);
  }

  @Test
  void aMessageOutlivesItsSenderAndEndsWithItsOwner() {
    OfflineMessage message = left(1, "farewell");
    people.change(anna, Roster::deleteAccount);
    assertThat(waiting(ben)).containsExactly(message);
    people.change(ben, Roster::deleteAccount);
    assertThat(waiting(ben)).isEmpty();
  }

  @Test
  void nobodyIsLeftAMessageWithoutAnAccount() {
    AccountId nobody = new AccountId(4711_4711);
    assertThatThrownBy(
            () -> await(store.people().commit(nobody, new Change.MessageKept(message(1, "hi"), 1))))
        .hasCauseInstanceOf(NoSuchPerson.class);
  }
}

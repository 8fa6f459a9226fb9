package im.chrysalis.store;

import static im.chrysalis.store.Neighbours.await;
import static im.chrysalis.values.ContactList.ALLOW;
import static im.chrysalis.values.ContactList.FORWARD;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.contact.Refusal;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.ContactId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotesTest extends OnEveryDatabase {
  private Account anna;
  private Account ben;

  @BeforeEach
  void join() {
    anna = people.join("anna");
    ben = people.join("ben");
  }

  private static UUID id(Account of) {
    return new ContactId(of.card().id()).guid();
  }

  private void write(Account owner, UUID about, String name, String value) {
    people.change(owner, roster -> roster.write(about, Map.of(name, value)));
  }

  private Map<UUID, Map<String, String>> notes(Account of) {
    return await(store.notes().of(of.card().id()));
  }

  @Test
  void notesAreKeptOverARestartAndRaiseTheVersion() {
    people.add(anna, ben, FORWARD);
    UUID friends = people.group(anna, "Friends");
    long before = people.roster(anna).account().listVersion();
    write(anna, id(ben), "comment", "tall");
    write(anna, id(ben), "city", "Bonn");
    write(anna, friends, "favourite", "yes");
    write(anna, id(anna), "roam", "1");
    reopen();
    assertThat(notes(anna))
        .isEqualTo(
            Map.of(
                id(ben),
                Map.of("comment", "tall", "city", "Bonn"),
                friends,
                Map.of("favourite", "yes"),
                id(anna),
                Map.of("roam", "1")));
    assertThat(notes(ben)).isEmpty();
    assertThat(people.roster(anna).account().listVersion()).isEqualTo(before + 4);
  }

  @Test
  void anEmptyNoteIsStruckOut() {
    write(anna, id(anna), "comment", "tall");
    write(anna, id(anna), "comment", "small");
    assertThat(notes(anna)).containsEntry(id(anna), Map.of("comment", "small"));
    write(anna, id(anna), "comment", "");
    assertThat(notes(anna)).isEmpty();
  }

  @Test
  void notesGoWithTheContactTheGroupAndTheAccount() {
    people.add(anna, ben, FORWARD);
    people.add(anna, ben, ALLOW);
    UUID friends = people.group(anna, "Friends");
    write(anna, id(ben), "comment", "tall");
    write(anna, friends, "favourite", "yes");
    people.remove(anna, ben, FORWARD);
    assertThat(notes(anna)).containsOnlyKeys(friends);
    people.change(anna, roster -> roster.removeGroup(friends));
    assertThat(notes(anna)).isEmpty();
    write(anna, id(anna), "roam", "1");
    people.change(anna, roster -> roster.deleteAccount());
    assertThat(notes(anna)).isEmpty();
  }

  @Test
  void somebodyPendingMayBeWrittenAboutAsLongAsTheyAre() {
    people.add(ben, anna, FORWARD);
    write(anna, id(ben), "invitation", "Hello");
    assertThat(notes(anna)).isNotEmpty();
    people.change(anna, roster -> roster.removedBy(ben.card()));
    assertThat(notes(anna)).isEmpty();
  }

  @Test
  void nobodyWritesAboutStrangers() {
    assertThat(people.roster(anna).write(id(ben), Map.of("a", "b")).refusal())
        .contains(Refusal.NOT_ON_LIST);
    assertThat(people.roster(anna).write(UUID.randomUUID(), Map.of("a", "b")).refusal())
        .contains(Refusal.NOT_ON_LIST);
  }

  @Test
  void cidsAreThoseOfEverybodyOnAnyList() {
    Account carol = people.join("carol");
    people.join("dan");
    people.add(anna, ben, ALLOW);
    people.add(carol, anna, FORWARD);
    assertThat(await(store.accounts().cidsAround(anna.card().id())))
        .isEqualTo(Map.of(ben.card().id(), ben.cid(), carol.card().id(), carol.cid()));
    assertThat(await(store.accounts().cidsAround(new AccountId(4711_4711)))).isEmpty();
  }
}

package im.chrysalis.store;

import static im.chrysalis.store.Neighbours.await;
import static im.chrysalis.values.ContactList.ALLOW;
import static im.chrysalis.values.ContactList.BLOCK;
import static im.chrysalis.values.ContactList.FORWARD;
import static im.chrysalis.values.ContactList.PENDING;
import static im.chrysalis.values.ContactList.REVERSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.Change;
import im.chrysalis.domain.contact.Contact;
import im.chrysalis.domain.contact.Group;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.domain.contact.View;
import im.chrysalis.domain.person.People.NoSuchPerson;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleTest extends OnEveryDatabase {
  private Account anna;
  private Account ben;

  @BeforeEach
  void join() {
    anna = people.join("anna");
    ben = people.join("ben");
  }

  @Test
  void aNewAccountHasAnEmptyRosterAtVersionOne() {
    Roster roster = people.roster(anna);
    assertThat(roster.account()).isEqualTo(anna);
    assertThat(roster.account().listVersion()).isEqualTo(1);
    assertThat(roster.account().privacy()).isEqualTo(PrivacyDefault.ALLOW);
    assertThat(roster.account().notice()).isEqualTo(AddNotice.ASK);
    assertThat(roster.groups()).isEmpty();
    assertThat(roster.size()).isZero();
  }

  @Test
  void nobodyIsLoadedWithoutAnAccount() {
    assertThat(await(store.people().load(new AccountId(4711_4711)))).isEmpty();
  }

  @Test
  void whoeverIsAddedHasTheOtherOnTheReverseListAndPending() {
    people.add(anna, ben, FORWARD);
    assertThat(people.lists(anna, ben)).containsExactly(FORWARD);
    assertThat(people.lists(ben, anna)).containsExactly(REVERSE, PENDING);
  }

  @Test
  void theReverseListNeedsNoNoticeToBeDerived() {
    people.change(anna, roster -> roster.add(ben.card(), FORWARD, Optional.empty()));
    assertThat(people.lists(ben, anna)).containsExactly(REVERSE, PENDING);
  }

  @Test
  void whoeverIsAllowedOrBlockedIsNotPending() {
    people.add(anna, ben, FORWARD);
    people.add(ben, anna, BLOCK);
    assertThat(people.lists(ben, anna)).containsExactly(BLOCK, REVERSE);
    people.remove(ben, anna, BLOCK);
    assertThat(people.lists(ben, anna)).containsExactly(REVERSE);
    people.add(ben, anna, ALLOW);
    assertThat(people.lists(ben, anna)).containsExactly(ALLOW, REVERSE);
  }

  @Test
  void whoeverWasTakenOffThePendingListIsNotPendingAgain() {
    people.add(anna, ben, FORWARD);
    people.remove(ben, anna, PENDING);
    reopen();
    assertThat(people.lists(ben, anna)).containsExactly(REVERSE);
  }

  @Test
  void whoeverLeavesAndComesBackIsPendingAgain() {
    people.add(anna, ben, FORWARD);
    people.remove(ben, anna, PENDING);
    people.remove(anna, ben, FORWARD);
    assertThat(people.lists(ben, anna)).isEmpty();
    people.add(anna, ben, FORWARD);
    assertThat(people.lists(ben, anna)).containsExactly(REVERSE, PENDING);
  }

  @Test
  void aContactOfMineWhoAddsMeIsPendingUntilIDecide() {
    people.add(anna, ben, FORWARD);
    people.add(ben, anna, FORWARD);
    assertThat(people.lists(anna, ben)).containsExactly(FORWARD, REVERSE, PENDING);
    people.remove(anna, ben, PENDING);
    assertThat(people.lists(anna, ben)).containsExactly(FORWARD, REVERSE);
  }

  @Test
  void nothingStaysOfSomebodyWhoIsOnNoList() {
    people.add(anna, ben, ALLOW);
    people.remove(anna, ben, ALLOW);
    assertThat(people.roster(anna).size()).isZero();
  }

  @Test
  void everyChangeCarriesItsListVersion() {
    people.add(anna, ben, FORWARD);
    people.add(anna, ben, ALLOW);
    assertThat(people.roster(anna).account().listVersion()).isEqualTo(3);
    assertThat(people.roster(ben).account().listVersion()).isEqualTo(2);
  }

  @Test
  void labelsAndGroupsOfContactsAreKept() {
    UUID friends = people.group(anna, "Friends");
    UUID work = people.group(anna, "Work");
    people.change(anna, roster -> roster.add(ben.card(), FORWARD, Optional.of(friends)));
    people.change(anna, roster -> roster.add(ben.card(), FORWARD, Optional.of(work)));
    people.change(anna, roster -> roster.label(ben.card().id(), "Benny"));
    reopen();
    Roster roster = people.roster(anna);
    Contact contact = roster.contact(ben.card().id());
    assertThat(contact.label()).contains("Benny");
    assertThat(contact.groups()).containsExactlyInAnyOrder(friends, work);
    assertThat(roster.groups())
        .containsExactly(new Group(friends, 1, "Friends"), new Group(work, 2, "Work"));
  }

  @Test
  void aRemovedGroupTakesItsMembersOutOfItAndLeavesItsNumberToTheNext() {
    UUID friends = people.group(anna, "Friends");
    UUID work = people.group(anna, "Work");
    people.change(anna, roster -> roster.add(ben.card(), FORWARD, Optional.of(friends)));
    people.change(anna, roster -> roster.add(ben.card(), FORWARD, Optional.of(work)));
    people.change(anna, roster -> roster.removeGroup(friends));
    UUID family = people.group(anna, "Family");
    Roster roster = people.roster(anna);
    assertThat(roster.contact(ben.card().id()).groups()).containsExactly(work);
    assertThat(roster.groups())
        .containsExactly(new Group(family, 1, "Family"), new Group(work, 2, "Work"));
  }

  @Test
  void aGroupKeepsItsMembersWhenItIsRenamed() {
    UUID friends = people.group(anna, "Friends");
    people.change(anna, roster -> roster.add(ben.card(), FORWARD, Optional.of(friends)));
    people.change(anna, roster -> roster.renameGroup(friends, "Enemies"));
    assertThat(people.roster(anna).groups()).containsExactly(new Group(friends, 1, "Enemies"));
    assertThat(people.roster(anna).contact(ben.card().id()).groups()).containsExactly(friends);
  }

  @Test
  void nameAndSettingsAreKept() {
    people.change(anna, roster -> roster.rename("Anna ♥ 😀"));
    people.change(anna, roster -> roster.set(PrivacyDefault.BLOCK));
    people.change(anna, roster -> roster.set(AddNotice.SILENT));
    people.change(anna, roster -> roster.set(Property.HOME_PHONE, Optional.of("+41 1")));
    people.change(anna, roster -> roster.set(Property.MOBILE_ENABLED, Optional.of("Y")));
    people.change(anna, roster -> roster.set(Property.HOME_PHONE, Optional.empty()));
    reopen();
    Account kept = people.roster(anna).account();
    assertThat(kept.card().name()).isEqualTo("Anna ♥ 😀");
    assertThat(kept.privacy()).isEqualTo(PrivacyDefault.BLOCK);
    assertThat(kept.notice()).isEqualTo(AddNotice.SILENT);
    assertThat(kept.properties()).isEqualTo(Map.of(Property.MOBILE_ENABLED, "Y"));
    assertThat(kept.listVersion()).isEqualTo(7);
  }

  @Test
  void aContactSeesOfflineWhatTheOtherLetsThemSee() {
    people.change(ben, roster -> roster.set(Property.HOME_PHONE, Optional.of("555")));
    people.change(ben, roster -> roster.set(Property.MOBILE_ENABLED, Optional.of("Y")));
    people.change(ben, roster -> roster.rename("Ben"));
    people.add(anna, ben, FORWARD);
    View view = view(anna, ben);
    assertThat(view.isOnline()).isFalse();
    assertThat(view.card()).isEqualTo(new Card(ben.card().id(), ben.card().address(), "Ben"));
    assertThat(view.properties()).isEqualTo(Map.of(Property.HOME_PHONE, "555"));
  }

  @Test
  void telephoneNumbersAreForThoseWhomTheOwnerAllows() {
    people.change(ben, roster -> roster.set(Property.HOME_PHONE, Optional.of("555")));
    people.add(anna, ben, FORWARD);
    people.add(ben, anna, BLOCK);
    assertThat(view(anna, ben).properties()).isEmpty();
    people.remove(ben, anna, BLOCK);
    assertThat(view(anna, ben).properties()).isNotEmpty();
    people.change(ben, roster -> roster.set(PrivacyDefault.BLOCK));
    assertThat(view(anna, ben).properties()).isEmpty();
    people.add(ben, anna, ALLOW);
    assertThat(view(anna, ben).properties()).isNotEmpty();
  }

  @Test
  void allWhoSeeTheSameShareOneView() {
    Account carl = people.join("carl");
    people.change(ben, roster -> roster.set(Property.HOME_PHONE, Optional.of("555")));
    people.add(anna, ben, FORWARD);
    people.add(carl, ben, FORWARD);
    assertThat(view(anna, ben)).isSameAs(view(carl, ben));
    View before = view(anna, ben);
    people.change(ben, roster -> roster.rename("Benjamin"));
    assertThat(view(anna, ben)).isNotSameAs(before);
    assertThat(view(anna, ben).card().name()).isEqualTo("Benjamin");
  }

  @Test
  void aDeletedAccountIsOutOfEverybodysLists() {
    people.add(anna, ben, FORWARD);
    people.add(anna, ben, ALLOW);
    people.add(ben, anna, ALLOW);
    people.group(ben, "Friends");
    people.change(ben, Roster::deleteAccount);
    assertThat(await(store.people().load(ben.card().id()))).isEmpty();
    assertThat(await(store.accounts().byAddress(ben.card().address()))).isEmpty();
    assertThat(people.roster(anna).size()).isZero();
  }

  @Test
  void aChangeOfSomebodyWhoIsGoneFailsAlone() {
    people.change(ben, Roster::deleteAccount);
    var late = new Change.GroupBecomes(new Group(UUID.randomUUID(), 1, "Late"), 9);
    var failed = store.people().commit(ben.card().id(), late);
    var done = store.people().commit(anna.card().id(), late);
    assertThatThrownBy(() -> await(failed))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(NoSuchPerson.class);
    await(done);
    assertThat(people.roster(anna).groups()).hasSize(1);
  }

  @Test
  void aChangeThatCannotBeStoredFailsAlone() {
    Card nobody = new Card(new AccountId(99_999), Neighbours.address("nobody"), "Nobody");
    var bad = new Change.ContactBecomes(nobody, 0, 1, Optional.empty(), Set.of(), 2);
    var good = new Change.ContactBecomes(ben.card(), 0, 1, Optional.empty(), Set.of(), 2);
    AccountId id = anna.card().id();
    var first = store.people().commit(ben.card().id(), change(anna));
    var failed = store.people().commit(id, bad);
    var done = store.people().commit(id, good);
    assertThatThrownBy(() -> await(failed)).isInstanceOf(CompletionException.class);
    await(first);
    await(done);
    assertThat(people.lists(anna, ben)).containsExactly(FORWARD, REVERSE, PENDING);
    assertThat(people.roster(anna).account().listVersion()).isEqualTo(2);
  }

  private static Change change(Account other) {
    return new Change.ContactBecomes(other.card(), 0, 1, Optional.empty(), Set.of(), 2);
  }

  @Test
  void changesAreDoneInTheOrderInWhichTheyCame() {
    List<Integer> done = new CopyOnWriteArrayList<>();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 1; i <= 500; i++) {
      int version = i + 1;
      Account owner = i % 2 == 0 ? anna : ben;
      Group group = new Group(new UUID(0, i), 1, "Group " + i);
      all.add(
          store
              .people()
              .commit(owner.card().id(), new Change.GroupBecomes(group, version))
              .thenRun(() -> done.add(version))
              .toCompletableFuture());
    }
    all.forEach(Neighbours::await);
    assertThat(done).hasSize(500).isSorted();
    assertThat(people.roster(anna).groups()).extracting(Group::name).containsExactly("Group 500");
    assertThat(people.roster(ben).account().listVersion()).isEqualTo(500);
  }

  @Test
  void aClosedStoreSaysSo() {
    store.close();
    assertThatThrownBy(() -> await(store.people().load(anna.card().id())))
        .hasMessageContaining("The store is closed.");
    assertThatThrownBy(() -> await(store.people().commit(anna.card().id(), change(ben))))
        .hasMessageContaining("The store is closed.");
  }

  private View view(Account owner, Account other) {
    return people.roster(owner).contact(other.card().id()).view();
  }
}

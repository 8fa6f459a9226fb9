package im.chrysalis.store;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Registry.Creation;
import im.chrysalis.domain.contact.Change;
import im.chrysalis.domain.contact.Contact;
import im.chrysalis.domain.contact.Decision;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** People in a store under test, and what they do to each other's lists, as persons would. */
final class Neighbours {
  private final Store store;

  Neighbours(Store store) {
    this.store = store;
  }

  static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  static EmailAddress address(String name) {
    return EmailAddress.of(name + "@example.test");
  }

  /** Makes somebody whose password is {@code secret-NAME}. */
  Account join(String name) {
    return made(store.registry().create(NewAccount.of(address(name), "secret-" + name)));
  }

  static Account made(Creation creation) {
    assertThat(creation).isInstanceOf(Creation.Made.class);
    return ((Creation.Made) creation).account();
  }

  Roster roster(Account of) {
    return await(store.people().load(of.card().id())).orElseThrow();
  }

  /** Loads somebody, lets the roster decide, and stores the change. */
  Change change(Account owner, Function<Roster, Decision> decide) {
    Change change = decide.apply(roster(owner)).change().orElseThrow();
    await(store.people().commit(owner.card().id(), change));
    return change;
  }

  /** Puts somebody on a list, and tells them. */
  void add(Account owner, Account other, ContactList list) {
    change(owner, roster -> roster.add(other.card(), list, Optional.empty()));
    if (list == ContactList.FORWARD) {
      change(other, roster -> roster.addedBy(owner.card()));
    }
  }

  /** Takes somebody off a list. They were not active and hear nothing of it. */
  void remove(Account owner, Account other, ContactList list) {
    change(owner, roster -> roster.remove(other.card().id(), list));
  }

  /** A new group. */
  UUID group(Account owner, String name) {
    UUID id = UUID.randomUUID();
    change(owner, roster -> roster.addGroup(id, name));
    return id;
  }

  /** The lists on which somebody has somebody, read anew from the store. */
  Set<ContactList> lists(Account owner, Account other) {
    return lists(roster(owner), other.card().id());
  }

  static Set<ContactList> lists(Roster roster, AccountId other) {
    Set<ContactList> lists = EnumSet.noneOf(ContactList.class);
    Contact contact = roster.contact(other);
    for (ContactList list : ContactList.values()) {
      if (contact != null && contact.isOn(list)) {
        lists.add(list);
      }
    }
    return lists;
  }
}

package im.chrysalis.store;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.contact.Change;
import im.chrysalis.domain.contact.Group;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Stores changes of many people until it is killed, and says on standard output which are done. */
final class Victim {
  static final int PEOPLE = 20;

  private Victim() {}

  /** Takes the data directory. */
  public static void main(String[] args) {
    Store store = Store.open(StoreOptions.in(Path.of(args[0])).withHashes(HashStrength.TEST));
    Neighbours neighbours = new Neighbours(store);
    List<Account> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(neighbours.join("p" + i));
    }
    people.forEach(person -> next(store, person, 2));
  }

  /** One change at a time for each, as persons do. */
  private static void next(Store store, Account person, long version) {
    long number = person.card().id().number();
    Group group = new Group(new UUID(number, version), 1, "at " + version);
    store
        .people()
        .commit(person.card().id(), new Change.GroupBecomes(group, version))
        .thenRun(() -> {
          System.out.println(number + " " + version);
          next(store, person, version + 1);
        });
  }
}

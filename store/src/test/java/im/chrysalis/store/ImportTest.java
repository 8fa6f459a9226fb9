package im.chrysalis.store;

import static im.chrysalis.store.Neighbours.address;
import static im.chrysalis.store.Neighbours.await;
import static im.chrysalis.values.ContactList.ALLOW;
import static im.chrysalis.values.ContactList.BLOCK;
import static im.chrysalis.values.ContactList.FORWARD;
import static im.chrysalis.values.ContactList.PENDING;
import static im.chrysalis.values.ContactList.REVERSE;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.DirectoryFact;
import im.chrysalis.domain.account.ImportReport;
import im.chrysalis.domain.account.ImportReport.BadLine;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Passwords.PasswordCheck.Right;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.ContactId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportTest extends OnEveryDatabase {
  private Account account(String name) {
    return store.registry().find(address(name)).orElseThrow();
  }

  private Set<ContactList> lists(String owner, String other) {
    return people.lists(account(owner), account(other));
  }

  @Test
  void contactsMayNameAccountsOfLaterLines() {
    Imports.all(
        store,
        """
        {"account":"ben@example.test","password":"benben","name":"Ben","legacy":true,\
        "contacts":[{"account":"anna@example.test","lists":["FL","AL"],"groups":["Friends"]}]}

        {"account":"anna@example.test","password":"1"}
        """);
    assertThat(lists("ben", "anna")).containsExactly(FORWARD, ALLOW);
    assertThat(lists("anna", "ben")).containsExactly(REVERSE, PENDING);
    Roster ben = people.roster(account("ben"));
    assertThat(ben.groups())
        .singleElement()
        .satisfies(it -> assertThat(it.name()).isEqualTo("Friends"));
    assertThat(ben.contact(account("anna").card().id()).groups())
        .containsExactly(ben.groups().getFirst().id());
    assertThat(await(store.passwords().verify(address("ben"), "benben")))
        .isEqualTo(new Right(account("ben").card()));
    assertThat(await(store.passwords().verify(address("anna"), "1")))
        .isEqualTo(new Right(account("anna").card()));
    assertThat(await(store.accounts().legacySecret(address("ben"))).orElseThrow().password())
        .isEqualTo("benben");
  }

  @Test
  void whoeverIsOnAForwardListIsAskedUnlessTheyHaveDecided() {
    Imports.all(
        store,
        """
        {"account":"anna@example.test","contacts":[{"account":"ben@example.test","lists":["FL","AL"]},\
        {"account":"carl@example.test","lists":["FL"]},{"account":"dora@example.test","lists":["FL"]}]}
        {"account":"ben@example.test","contacts":[{"account":"anna@example.test","lists":["BL"]}]}
        {"account":"carl@example.test","contacts":[{"account":"anna@example.test","lists":["RL"]}]}
        {"account":"dora@example.test","contacts":[{"account":"anna@example.test","lists":["FL","RL","PL"]}]}
        """);
    assertThat(lists("ben", "anna")).containsExactly(BLOCK, REVERSE);
    assertThat(lists("carl", "anna")).containsExactly(REVERSE);
    assertThat(lists("dora", "anna")).containsExactly(FORWARD, REVERSE, PENDING);
    assertThat(lists("anna", "dora")).containsExactly(FORWARD, REVERSE, PENDING);
  }

  @Test
  void accountsFromBeforeWhoseListsDifferNowAreReported() {
    Account anna = people.join("anna");
    Account ben = people.join("ben");
    ImportReport report =
        Imports.all(
            store,
            """
            {"account":"carl@example.test","contacts":[{"account":"anna@example.test","lists":["FL","AL"]},\
            {"account":"ben@example.test","lists":["BL"]}]}
            """);
    assertThat(report.imported()).isEqualTo(1);
    assertThat(report.touched()).containsExactly(anna.card().id());
    assertThat(lists("anna", "carl")).containsExactly(REVERSE, PENDING);
    assertThat(people.roster(anna).account().listVersion()).isEqualTo(2);
    assertThat(people.roster(ben).account().listVersion()).isEqualTo(1);
  }

  @Test
  void whatLinesAskForIsNotMadeUpForOthers() {
    Imports.all(
        store,
        """
        {"account":"anna@one.test"}
        {"account":"other@example.test","alias":"anna","number":10001}
        """);
    Account made = store.registry().find(EmailAddress.of("anna@one.test")).orElseThrow();
    assertThat(made.alias().text()).isEqualTo("anna2");
    assertThat(made.card().id().number()).isEqualTo(10_002);
  }

  @Test
  void everyBadLineIsReportedAndNothingIsImported() {
    people.join("ben");
    ImportReport report =
        Imports.strictly(
            store,
            """
            {"account":"anna@example.test"}
            {"account":"ben@example.test"}
            {"account":"carl@example.test","nmae":"Carl"}
            {"account":"anna@example.test"}
            {"account":"dora@example.test","contacts":[{"account":"nobody@example.test","lists":["FL"]}]}
            """);
    assertThat(report.imported()).isZero();
    assertThat(report.badLines()).isEqualTo(4);
    assertThat(report.complaints())
        .containsExactly(
            new BadLine(2, "there is an account with this address already"),
            new BadLine(3, "unknown field nmae"),
            new BadLine(4, "account: line 1 has the same"),
            new BadLine(5, "contacts[0]: there is no account nobody@example.test"));
    assertThat(store.registry().find(address("anna"))).isEmpty();
  }

  @Test
  void badLinesMayBeSkippedAndBadContactsLeftOut() {
    ImportReport report =
        Imports.skippingBad(
            store,
            """
            not even JSON
            {"account":"anna@example.test","contacts":[{"account":"carl@example.test","lists":["FL"]},\
            {"account":"ben@example.test","lists":["FL"]}]}
            {"account":"ben@example.test"}
            {"account":"carl@example.test","number":5}
            """);
    assertThat(report.imported()).isEqualTo(2);
    assertThat(report.complaints()).extracting(BadLine::number).containsExactly(1L, 2L, 4L);
    assertThat(lists("anna", "ben")).containsExactly(FORWARD);
    assertThat(people.roster(account("anna")).size()).isEqualTo(1);
  }

  @Test
  void onlyTheFirstHundredBadLinesAreDescribed() {
    ImportReport report = Imports.strictly(store, "[]\n".repeat(250));
    assertThat(report.badLines()).isEqualTo(250);
    assertThat(report.complaints()).hasSize(100).startsWith(new BadLine(1, "is not a JSON object"));
  }

  @Test
  void anExportImportedIntoAnEmptyStoreIsTheSameNetwork() throws Exception {
    liveALittle();
    String first = Imports.export(store);
    assertThat(first.lines()).hasSize(5).allMatch(line -> !line.contains("secret-"));
    StoreOptions elsewhere =
        database.fresh(directory.resolve("elsewhere")).withKeyFile(options.keyFile());
    try (Store copy = Store.open(elsewhere)) {
      ImportReport report = Imports.all(copy, first);
      assertThat(report.touched()).isEmpty();
      assertThat(Imports.export(copy)).isEqualTo(first);
      for (String owner : List.of("anna", "ben", "carl", "dora", "emil")) {
        Account account = account(owner);
        Neighbours copied = new Neighbours(copy);
        for (String other : List.of("anna", "ben", "carl", "dora", "emil")) {
          assertThat(copied.lists(account, account(other)))
              .as("%s's lists of %s", owner, other)
              .isEqualTo(people.lists(account, account(other)));
        }
      }
      assertThat(await(copy.accounts().legacySecret(address("emil"))).orElseThrow().password())
          .isEqualTo("a long secret of Emil's");
      assertThat(await(copy.passwords().verify(address("emil"), "a long secret of")))
          .isEqualTo(new Right(account("emil").card()));
    }
  }

  private void liveALittle() {
    Account anna = people.join("anna");
    Account ben = people.join("ben");
    people.join("zoe");
    Account carl = people.join("carl");
    Account dora = people.join("dora");
    NewAccount wanted =
        NewAccount.of(address("emil"), "a long secret of Emil's").named("Émile \"E\" \\ \u2028 😀");
    Account emil = Neighbours.made(store.registry().create(wanted.forLegacyClients()));
    people.change(account("zoe"), Roster::deleteAccount); // leaves a gap in the numbers
    var friends = people.group(anna, "Friends & others");
    var gone = people.group(anna, "Gone");
    people.group(anna, "Work");
    people.change(anna, roster -> roster.removeGroup(gone));
    people.change(anna, roster -> roster.add(ben.card(), FORWARD, Optional.of(friends)));
    people.change(anna, roster -> roster.label(ben.card().id(), "Benny"));
    UUID aboutBen = new ContactId(ben.card().id()).guid();
    people.change(
        anna, roster -> roster.write(aboutBen, Map.of("city", "Köln", "comment", "tall")));
    people.change(anna, roster -> roster.write(friends, Map.of("favourite", "true")));
    people.add(anna, ben, ALLOW);
    people.add(anna, carl, FORWARD);
    people.remove(carl, anna, PENDING);
    people.add(ben, anna, BLOCK);
    people.add(dora, emil, FORWARD);
    people.add(emil, dora, FORWARD);
    people.remove(emil, dora, PENDING);
    people.change(emil, roster -> roster.set(PrivacyDefault.BLOCK));
    people.change(emil, roster -> roster.set(AddNotice.SILENT));
    people.change(emil, roster -> roster.set(Property.WORK_PHONE, Optional.of("+1 555")));
    assertThat(store.registry().setListing(address("dora"), Map.of(DirectoryFact.CITY, "Genève")))
        .isEmpty();
  }

  @Test
  void anExportServesOldClientsInANetworkWithAnotherKeyFile() {
    NewAccount wanted = NewAccount.of(address("emil"), "secret").forLegacyClients();
    store.registry().create(wanted);
    String exported = Imports.export(store);
    try (Store other = Store.open(database.fresh(directory.resolve("elsewhere")))) {
      assertThat(Imports.strictly(other, exported).complaints()).isEmpty();
      assertThat(await(other.accounts().legacySecret(address("emil"))).orElseThrow().password())
          .isEqualTo("secret");
      assertThat(Imports.export(other)).isEqualTo(exported);
    }
  }
}

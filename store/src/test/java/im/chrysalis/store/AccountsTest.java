package im.chrysalis.store;

import static im.chrysalis.store.Neighbours.address;
import static im.chrysalis.store.Neighbours.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Accounts.LegacySecret;
import im.chrysalis.domain.account.DirectoryEntry;
import im.chrysalis.domain.account.DirectoryFact;
import im.chrysalis.domain.account.KeptInvitation;
import im.chrysalis.domain.account.KeptInvitation.State;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Registry.Problem;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.values.EmailAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountsTest extends OnEveryDatabase {
  @Test
  void anAccountIsFoundByItsAddressInAnyCase() {
    Account anna = people.join("anna");
    assertThat(await(store.accounts().byAddress(EmailAddress.of("Anna@Example.TEST"))))
        .contains(anna.card());
    assertThat(await(store.accounts().byAddress(address("ben")))).isEmpty();
  }

  @Test
  void onlyAccountsThatAdmitOldClientsHaveALegacySecret() {
    people.join("anna");
    NewAccount wanted = NewAccount.of(address("ben"), "pässword").forLegacyClients();
    Account ben = Neighbours.made(store.registry().create(wanted));
    assertThat(await(store.accounts().legacySecret(address("anna")))).isEmpty();
    assertThat(await(store.accounts().legacySecret(address("nobody")))).isEmpty();
    assertThat(await(store.accounts().legacySecret(address("ben"))))
        .contains(new LegacySecret(ben.card(), "pässword"));
  }

  @Test
  void theStoreHoldsNoPasswordInTheClear() throws Exception {
    NewAccount wanted = NewAccount.of(address("ben"), "open sesame").forLegacyClients();
    store.registry().create(wanted);
    try (Database rows = Database.of(options.url())) {
      var secrets =
          rows.read(sql -> sql.list("SELECT secret FROM credential", row -> row.getString(1)));
      assertThat(secrets).hasSize(2).noneMatch(secret -> secret.contains("sesame"));
    }
  }

  @Test
  void aNewPasswordReplacesAllFormsOfTheOld() {
    NewAccount wanted = NewAccount.of(address("ben"), "the first password").forLegacyClients();
    store.registry().create(wanted);
    assertThat(store.registry().setPassword(address("ben"), "second")).isEmpty();
    reopen();
    assertThat(await(store.accounts().legacySecret(address("ben"))).orElseThrow().password())
        .isEqualTo("second");
    assertThat(store.registry().setPassword(address("nobody"), "second"))
        .contains(Problem.NO_SUCH_ACCOUNT);
  }

  @Test
  void whatWasReadBeforeAChangeIsNotAnsweredAfterIt() {
    assertThat(await(store.accounts().legacySecret(address("ben")))).isEmpty();
    NewAccount wanted = NewAccount.of(address("ben"), "the first password").forLegacyClients();
    Account ben = Neighbours.made(store.registry().create(wanted));
    assertThat(await(store.accounts().legacySecret(address("ben"))))
        .contains(new LegacySecret(ben.card(), "the first password"));
    assertThat(store.registry().setPassword(address("ben"), "second")).isEmpty();
    people.change(ben, roster -> roster.rename("Benjamin"));
    assertThat(await(store.accounts().legacySecret(address("ben"))))
        .contains(new LegacySecret(ben.card().named("Benjamin"), "second"));
    people.change(ben, Roster::deleteAccount);
    assertThat(await(store.accounts().legacySecret(address("ben")))).isEmpty();
  }

  @Test
  void theDirectoryFindsThoseWhoMatchAllFactsAndOptedIn() {
    Account anna = people.join("anna");
    Account ben = people.join("ben");
    people.join("carl");
    list("anna", Map.of(DirectoryFact.FIRST_NAME, "Anna", DirectoryFact.CITY, "Zürich"));
    list("ben", Map.of(DirectoryFact.FIRST_NAME, "Ben", DirectoryFact.CITY, "ZÜRICH"));
    assertThat(find(Map.of(DirectoryFact.CITY, "zürich"), 10))
        .extracting(DirectoryEntry::card)
        .containsExactly(anna.card(), ben.card());
    assertThat(find(Map.of(DirectoryFact.CITY, "zürich"), 1)).hasSize(1);
    assertThat(find(Map.of(DirectoryFact.CITY, "zürich", DirectoryFact.FIRST_NAME, "ben"), 10))
        .containsExactly(
            new DirectoryEntry(
                ben.card(), Map.of(DirectoryFact.FIRST_NAME, "Ben", DirectoryFact.CITY, "ZÜRICH")));
    list("ben", Map.of());
    assertThat(find(Map.of(DirectoryFact.FIRST_NAME, "ben"), 10)).isEmpty();
  }

  private void list(String name, Map<DirectoryFact, String> facts) {
    assertThat(store.registry().setListing(address(name), facts)).isEmpty();
  }

  private List<DirectoryEntry> find(Map<DirectoryFact, String> facts, int most) {
    return await(store.accounts().find(facts, most));
  }

  @Test
  void invitationsAreKeptForTheOperatorTheNewestOfEachToEach() {
    Account anna = people.join("anna");
    Account ben = people.join("ben");
    await(store.accounts().keepInvitation(anna.card(), address("dora"), "come!"));
    await(store.accounts().keepInvitation(ben.card(), address("dora"), "join us"));
    await(store.accounts().keepInvitation(ben.card(), address("dora"), "please join us"));
    assertThat(store.registry().invitations())
        .extracting(KeptInvitation::inviter, KeptInvitation::invited, KeptInvitation::text)
        .containsExactlyInAnyOrder(
            tuple(anna.card(), address("dora"), "come!"),
            tuple(ben.card(), address("dora"), "please join us"));
  }

  @Test
  void anInvitationIsTakenOnceAndNotSentAgain() {
    Account anna = people.join("anna");
    await(store.accounts().keepInvitation(anna.card(), address("dora"), "come!"));
    KeptInvitation queued = store.registry().queuedInvitations().getFirst();
    KeptInvitation sending = store.registry().move(queued, State.SENDING).orElseThrow();
    assertThat(store.registry().move(queued, State.SENDING)).as("taken already").isEmpty();
    assertThat(store.registry().queuedInvitations()).isEmpty();
    store.registry().move(sending, State.SENT);

    await(store.accounts().keepInvitation(anna.card(), address("dora"), "come now!"));

    assertThat(store.registry().queuedInvitations()).isEmpty();
    assertThat(store.registry().invitations())
        .extracting(KeptInvitation::text, KeptInvitation::state)
        .containsExactly(tuple("come now!", State.SENT));
  }

  @Test
  void anInvitationThatFailedIsQueuedAgainWhenItIsRepeated() {
    Account anna = people.join("anna");
    await(store.accounts().keepInvitation(anna.card(), address("dora"), "come!"));
    store.registry().move(store.registry().queuedInvitations().getFirst(), State.FAILED);
    assertThat(store.registry().queuedInvitations()).isEmpty();

    await(store.accounts().keepInvitation(anna.card(), address("dora"), "come!"));

    assertThat(store.registry().queuedInvitations()).hasSize(1);
  }
}

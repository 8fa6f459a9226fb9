package im.chrysalis.store;

import static im.chrysalis.store.Neighbours.address;
import static im.chrysalis.store.Neighbours.made;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Registry.Creation;
import im.chrysalis.domain.account.Registry.Problem;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.Alias;
import im.chrysalis.values.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RegistryTest extends OnEveryDatabase {
  private Creation create(NewAccount wanted) {
    return store.registry().create(wanted);
  }

  private static NewAccount wanted(String name) {
    return NewAccount.of(address(name), "password");
  }

  @Test
  void numbersStartAt10001AndAreNeverGivenAgain() {
    assertThat(people.join("anna").card().id().number()).isEqualTo(10_001);
    Account ben = people.join("ben");
    assertThat(ben.card().id().number()).isEqualTo(10_002);
    people.change(ben, Roster::deleteAccount);
    reopen();
    assertThat(people.join("ben").card().id().number()).isEqualTo(10_003);
    assertThat(create(wanted("carl").with(ben.card().id())))
        .isEqualTo(new Creation.Refused(Problem.NUMBER_WAS_USED));
  }

  @Test
  void aNumberThatWasAskedForIsNotGivenToOthers() {
    made(create(wanted("anna").with(new AccountId(20_000))));
    assertThat(people.join("ben").card().id().number()).isEqualTo(20_001);
    Account carl = made(create(wanted("carl").with(new AccountId(15_000))));
    assertThat(carl.card().id().number()).isEqualTo(15_000);
    assertThat(create(wanted("dora").with(new AccountId(15_000))))
        .isEqualTo(new Creation.Refused(Problem.NUMBER_TAKEN));
    assertThat(create(wanted("dora").with(new AccountId(10_000))))
        .isEqualTo(new Creation.Refused(Problem.NUMBER_OUT_OF_RANGE));
  }

  @Test
  void aNameThatWasLeftOutIsTheAddress() {
    assertThat(people.join("anna").card().name()).isEqualTo("anna@example.test");
    Account ben = made(create(wanted("ben").named("Ben ☺")));
    assertThat(store.registry().find(address("ben"))).contains(ben);
    assertThat(ben.card().name()).isEqualTo("Ben ☺");
  }

  @Test
  void nothingUniqueIsGivenTwice() {
    UUID guid = UUID.randomUUID();
    NewAccount anna =
        new NewAccount(
            address("anna"),
            Optional.empty(),
            Optional.of(new Alias("annie")),
            Optional.empty(),
            Optional.of(guid),
            OptionalLong.of(-7),
            Optional.empty(),
            false);
    Account made = made(create(anna));
    assertThat(made.guid()).isEqualTo(guid);
    assertThat(made.cid()).isEqualTo(-7);
    assertThat(made.alias()).isEqualTo(new Alias("annie"));
    assertThat(create(wanted("anna"))).isEqualTo(new Creation.Refused(Problem.ADDRESS_TAKEN));
    assertThat(create(wanted("ben").with(new Alias("annie"))))
        .isEqualTo(new Creation.Refused(Problem.ALIAS_TAKEN));
    assertThat(create(ben(Optional.of(guid), OptionalLong.empty())))
        .isEqualTo(new Creation.Refused(Problem.GUID_TAKEN));
    assertThat(create(ben(Optional.empty(), OptionalLong.of(-7))))
        .isEqualTo(new Creation.Refused(Problem.CID_TAKEN));
  }

  private static NewAccount ben(Optional<UUID> guid, OptionalLong cid) {
    return new NewAccount(
        address("ben"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        guid,
        cid,
        Optional.empty(),
        false);
  }

  @Test
  void anAliasIsMadeFromTheAddressAndMadeUniqueByDigits() {
    assertThat(alias("anna@one.test")).isEqualTo("anna");
    assertThat(alias("Anna@two.test")).isEqualTo("anna2");
    assertThat(alias("änna@three.test")).isEqualTo("anna3");
    assertThat(alias("1.anna@four.test")).isEqualTo("anna4");
    assertThat(alias("al@one.test")).isEqualTo("al2");
    assertThat(alias("1234@one.test")).isEqualTo("user");
    assertThat(alias("a.very.long.name.indeed@one.test")).isEqualTo("averylongnameind");
    assertThat(alias("a.very.long.name.indeed@two.test")).isEqualTo("averylongnamein2");
  }

  @Test
  void whenTheFirstDigitsAreTakenTheAliasHasTheNumber() {
    List<String> aliases = new ArrayList<>();
    for (int i = 1; i <= 11; i++) {
      aliases.add(alias("anna@host" + i + ".test"));
    }
    assertThat(aliases).startsWith("anna", "anna2").endsWith("anna9", "anna10010", "anna10011");
  }

  private String alias(String address) {
    return made(create(NewAccount.of(EmailAddress.of(address), "password"))).alias().text();
  }

  @Test
  void passwordsHaveSixTo128CharactersWhateverTheyAreMadeOf() {
    assertThat(create(NewAccount.of(address("anna"), "12345")))
        .isEqualTo(new Creation.Refused(Problem.PASSWORD_TOO_SHORT));
    assertThat(create(NewAccount.of(address("anna"), "😀".repeat(129))))
        .isEqualTo(new Creation.Refused(Problem.PASSWORD_TOO_LONG));
    made(create(NewAccount.of(address("anna"), "😀".repeat(128))));
    assertThat(store.registry().setPassword(address("anna"), "12345"))
        .contains(Problem.PASSWORD_TOO_SHORT);
    assertThat(store.registry().setPassword(address("anna"), "      ")).isEmpty();
  }

  @Test
  void allAccountsAreListedInTheOrderOfNumbers() {
    String line = "{\"account\":\"p%d@example.test\"}\n";
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 1_203; i++) { // more than two pages
      lines.append(line.formatted(i));
    }
    Imports.all(store, lines.toString());
    List<Long> numbers = new ArrayList<>();
    store.registry().list(account -> numbers.add(account.card().id().number()));
    assertThat(numbers).hasSize(1_203).isSorted().doesNotHaveDuplicates().startsWith(10_001L);
  }
}

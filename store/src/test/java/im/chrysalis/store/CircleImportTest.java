package im.chrysalis.store;

import static im.chrysalis.store.Neighbours.await;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.circle.Circle;
import im.chrysalis.domain.circle.CircleOutcome;
import im.chrysalis.domain.circle.CircleOutcome.Done;
import im.chrysalis.domain.circle.CircleRole;
import im.chrysalis.domain.circle.CircleState;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircleImportTest extends OnEveryDatabase {
  private static final String ROWING = "00000000-0000-0000-0009-00000000abcd";

  private static Circle done(CompletionStage<CircleOutcome> stage) {
    return ((Done) await(stage)).circle();
  }

  private static String quoted(String json) {
    return json.replace('~', '"');
  }

  private Circle rowing() {
    return await(store.circles().find(new CircleId(0xABCD))).orElseThrow();
  }

  private AccountId id(String name) {
    return store.registry().find(Neighbours.address(name)).orElseThrow().card().id();
  }

  @Test
  void anExportTakesCirclesAlong() {
    Account anna = people.join("anna");
    Account ben = people.join("ben");
    Account carl = people.join("carl");
    AccountId owner = ben.card().id();
    Circle circle = done(store.circles().create(owner, "Rowing ☺"));
    done(store.circles().invite(circle.id(), owner, anna.card().id(), "Do come,\nplease"));
    done(store.circles().answer(circle.id(), anna.card().id(), true));
    done(store.circles().block(circle.id(), anna.card().id(), true));
    done(store.circles().setRole(circle.id(), owner, anna.card().id(), CircleRole.ASSISTANT));
    Circle whole =
        done(store.circles().invite(circle.id(), anna.card().id(), carl.card().id(), ""));
    String exported = Imports.export(store);
    StoreOptions elsewhere = StoreOptions.in(directory.resolve("elsewhere"));
    try (Store other = Store.open(elsewhere.withHashes(HashStrength.TEST))) {
      Imports.all(other, exported);
      assertThat(Imports.export(other)).isEqualTo(exported);
      assertThat(await(other.circles().find(circle.id()))).contains(whole);
      assertThat(await(other.circles().version(owner)))
          .isEqualTo(await(store.circles().version(owner)));
    }
  }

  @Test
  void aLineMayNameMembersOfLaterLinesAndFromBefore() {
    people.join("carl");
    Imports.all(
        store,
        quoted(
            """
            {~account~:~anna@example.test~,~circles~:[{~id~:~%s~,~name~:~Rowing~,~members~:[\
            {~account~:~anna@example.test~,~role~:~admin~},\
            {~account~:~ben@example.test~,~role~:~member~,~inviter~:~anna@example.test~},\
            {~account~:~carl@example.test~,~role~:~invited~,~inviter~:~gone@example.test~}]}]}
            {~account~:~ben@example.test~}
            """
                .formatted(ROWING)));
    assertThat(rowing().owner()).isEqualTo(id("anna"));
    assertThat(rowing().present(id("ben")).orElseThrow().inviter()).isPresent();
    assertThat(rowing().stateOf(id("carl"))).isEqualTo(CircleState.WAITING);
    assertThat(await(store.circles().version(id("carl")))).isEqualTo(1);
  }

  @Test
  void membersWithoutAccountAreLeftOutWithTheOperatorsConsent() {
    String line =
        quoted(
            """
            {~account~:~anna@example.test~,~circles~:[{~id~:~%s~,~name~:~Rowing~,~members~:[\
            {~account~:~anna@example.test~,~role~:~admin~},\
            {~account~:~ben@example.test~,~role~:~member~}]}]}
            """
                .formatted(ROWING));
    assertThat(Imports.strictly(store, line).complaints())
        .singleElement()
        .hasToString("line 1: circles[0].members[1]: there is no account ben@example.test");
    Imports.skippingBad(store, line);
    assertThat(rowing().members()).hasSize(1);
  }

  @Test
  void aCircleThatIsThereAlreadyIsComplainedAbout() {
    String circle =
        ",~circles~:[{~id~:~%s~,~name~:~Rowing~,~members~:[{~account~:~NAME@example.test~,~role~:~admin~}]}]}\n"
            .formatted(ROWING);
    String anna = "{~account~:~anna@example.test~" + circle.replace("NAME", "anna");
    String ben = "{~account~:~ben@example.test~" + circle.replace("NAME", "ben");
    assertThat(Imports.strictly(store, quoted(anna + ben)).complaints())
        .singleElement()
        .hasToString("line 2: circles: line 1 has the same");
    Imports.all(store, quoted(anna));
    assertThat(Imports.strictly(store, quoted(ben)).complaints())
        .singleElement()
        .hasToString("line 1: there is a circle " + ROWING + " already");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[{}]; circles[0].id is missing",
        "[{~id~:~1~}]; circles[0].id must be the GUID of a circle",
        "[{~id~:~ID~}]; circles[0].name is missing",
        "[{~id~:~ID~,~name~:~ ~}]; circles[0].name must have 1 to 61 characters",
        "[{~id~:~ID~,~name~:~R~}]; circles[0].members must hold the owner, as admin",
        "[{~id~:~ID~,~name~:~R~,~created~:~now~}]; circles[0].created must be a time",
        "[{~id~:~ID~,~name~:~R~,~members~:[{~account~:~anna@example.test~}]}]; role is missing",
        "[{~id~:~ID~,~name~:~R~,~members~:[{~account~:~anna@example.test~,~role~:~boss~}]}]; role must be admin",
        "[{~id~:~ID~,~name~:~R~,~members~:[{~account~:~anna@example.test~,~role~:~member~}]}]; must hold the owner",
        "[{~id~:~ID~,~name~:~R~,~members~:[MY,MY]}]; members[1]: anna@example.test is there twice",
        "[{~id~:~ID~,~name~:~R~,~members~:[MY],~size~:1}]; unknown field circles[0].size",
      })
  void whatCannotBeUsedIsComplainedAbout(String circles, String complaint) {
    String line = "{~account~:~anna@example.test~,~circles~:" + circles + "}";
    String whole =
        line.replace("ID", ROWING).replace("MY", "{~account~:~anna@example.test~,~role~:~admin~}");
    assertThat(Imports.strictly(store, quoted(whole)).complaints())
        .singleElement()
        .asString()
        .contains(complaint);
  }
}

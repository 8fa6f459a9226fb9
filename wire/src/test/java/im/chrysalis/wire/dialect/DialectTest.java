package im.chrysalis.wire.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {
  @Test
  void choosesTheNewestThatBothSpeakWhateverTheOrderAndCase() {
    assertThat(Dialect.newestOf(List.of("MSNP4", "msnp6", "MSNP5", "CVR0")))
        .contains(Dialect.MSNP6);
    assertThat(Dialect.newestOf(List.of("MSNP99", "MSNP2"))).contains(Dialect.MSNP2);
    assertThat(Dialect.newestOf(List.of("MSNP11", "MSNP12", "MSNP10", "CVR0")))
        .contains(Dialect.MSNP12);
    assertThat(Dialect.newestOf(List.of("MSNP1", "CVR0"))).isEmpty();
    assertThat(Dialect.newestOf(List.of())).isEmpty();
  }

  @Test
  void isFoundByItsName() {
    assertThat(Dialect.SPOKEN)
        .allSatisfy(dialect -> assertThat(Dialect.ofName(dialect.name())).contains(dialect));
  }

  @Test
  void theNewestStandsFirst() {
    assertThat(Dialect.SPOKEN)
        .isSortedAccordingTo(Comparator.comparingInt(Dialect::number).reversed());
  }

  @ParameterizedTest
  @CsvSource({
    "MSNP7,  MD5,      LIST_BY_LIST,     NUMBERED",
    "MSNP8,  PASSPORT, PERSON_BY_PERSON, NUMBERED",
    "MSNP9,  PASSPORT, PERSON_BY_PERSON, NUMBERED",
    "MSNP10, PASSPORT, NAMED_WORDS,      GUIDS",
    "MSNP11, PASSPORT, NAMED_WORDS,      GUIDS",
    "MSNP12, PASSPORT, NAMED_WORDS,      GUIDS"
  })
  void eachHasItsWayInAndItsLists(String name, SignIn signIn, Roster roster, Groups groups) {
    Dialect dialect = Dialect.ofName(name).orElseThrow();
    assertThat(dialect.signIn()).isEqualTo(signIn);
    assertThat(dialect.roster()).isEqualTo(roster);
    assertThat(dialect.groups()).isEqualTo(groups);
  }

  @Test
  void msnp8BringsCapabilitiesAndLosesTheDirectory() {
    assertThat(gained(Dialect.MSNP7, Dialect.MSNP8))
        .containsExactlyInAnyOrder(Trait.CAPABILITIES, Trait.PROPERTIES_OF_LAST_CONTACT);
    assertThat(gained(Dialect.MSNP8, Dialect.MSNP7)).containsExactly(Trait.DIRECTORY);
  }

  @Test
  void msnp9BringsPicturesAndLosesListRequests() {
    assertThat(gained(Dialect.MSNP8, Dialect.MSNP9))
        .containsExactlyInAnyOrder(
            Trait.PICTURES, Trait.DATA_MESSAGES, Trait.PING_SECONDS, Trait.PAGES_BY_NUMBER);
    assertThat(gained(Dialect.MSNP9, Dialect.MSNP8)).containsExactly(Trait.LIST_REQUESTS);
  }

  @Test
  void msnp10MakesTheNameAPropertyAndForgetsListVersions() {
    assertThat(gained(Dialect.MSNP9, Dialect.MSNP10)).containsExactly(Trait.OWN_NAME);
    assertThat(gained(Dialect.MSNP10, Dialect.MSNP9)).containsExactly(Trait.LIST_VERSIONS);
  }

  @Test
  void msnp11And12OnlyAdd() {
    assertThat(gained(Dialect.MSNP11, Dialect.MSNP10)).isEmpty();
    assertThat(gained(Dialect.MSNP12, Dialect.MSNP11)).isEmpty();
    assertThat(gained(Dialect.MSNP10, Dialect.MSNP12))
        .containsExactlyInAnyOrder(
            Trait.SHIELDS,
            Trait.PENDING_LIST,
            Trait.PERSONAL_MESSAGE,
            Trait.LATER_CHALLENGE,
            Trait.MAIL_DATA,
            Trait.MEMBER_CAPABILITIES,
            Trait.LISTED_NETWORKS,
            Trait.REPEATED_PRIVACY);
  }

  @Test
  void msnp21RoutesWhatHadLinesOfItsOwn() {
    assertThat(gained(Dialect.MSNP18, Dialect.MSNP21)).containsExactly(Trait.ROUTED);
    assertThat(gained(Dialect.MSNP21, Dialect.MSNP18))
        .containsExactlyInAnyOrder(Trait.PERSONAL_MESSAGE, Trait.NOTES);
    assertThat(Dialect.MSNP18.hasSwitchboards()).isTrue();
    assertThat(Dialect.MSNP18.hasPresenceLines()).isTrue();
    assertThat(Dialect.MSNP18.talksAcross()).isTrue();
    assertThat(Dialect.MSNP21.hasSwitchboards()).isFalse();
    assertThat(Dialect.MSNP21.hasPresenceLines()).isFalse();
    assertThat(Dialect.MSNP21.talksAcross()).isFalse();
    assertThat(Dialect.MSNP21.hasConfiguration()).isTrue();
  }

  private static Set<Trait> gained(Dialect before, Dialect after) {
    Set<Trait> gained = EnumSet.copyOf(after.traits());
    gained.removeAll(before.traits());
    return gained;
  }
}

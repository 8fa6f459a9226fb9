package im.chrysalis.testkit.client;

import static im.chrysalis.testkit.client.Meeting.ANNA;
import static im.chrysalis.testkit.client.Meeting.BEN;
import static im.chrysalis.testkit.client.Meeting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import im.chrysalis.client.Event;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Options;
import im.chrysalis.client.Outcome;
import im.chrysalis.client.Place;
import im.chrysalis.values.Ability;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.Status;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One account at several places. */
class PlacesMeetTest {
  private final Heard deskHeard = new Heard();
  private final Heard sofaHeard = new Heard();
  private final Heard benHeard = new Heard();
  private Meeting meeting;

  @BeforeEach
  void start() {
    meeting = new Meeting();
  }

  @AfterEach
  void stop() {
    meeting.close();
  }

  static Stream<Dialect> dialectsWithPlaces() {
    return Options.DIALECTS.stream().filter(it -> it.has(Trait.ENDPOINTS));
  }

  private Messenger annaAt(String place, Heard heard, Dialect dialect) {
    return meeting.signIn(ANNA, meeting.options(heard).dialect(dialect).place(place));
  }

  @ParameterizedTest
  @MethodSource("dialectsWithPlaces")
  void placesSeeEachOther(Dialect dialect) {
    Messenger desk = annaAt("Desk", deskHeard, dialect);
    Messenger sofa =
        meeting.signIn(
            ANNA,
            meeting
                .options(sofaHeard)
                .dialect(dialect)
                .place("Sofa")
                .abilities(Set.of(Ability.WEBCAM))
                .status(Status.BUSY));
    Event.PlacesChanged atDesk =
        deskHeard.next(
            Event.PlacesChanged.class,
            it -> it.places().stream().anyMatch(place -> isAt("Sofa", Status.BUSY, place)));
    assertThat(atDesk.places())
        .extracting(Place::name, Place::isHere)
        .containsExactlyInAnyOrder(tuple("Desk", true), tuple("Sofa", false));
    Place there = desk.places().stream().filter(it -> !it.isHere()).findFirst().orElseThrow();
    assertThat(there.abilities()).containsExactly(Ability.WEBCAM);

    assertThat(await(sofa.status(Status.AWAY))).isEqualTo(Outcome.done());
    deskHeard.next(
        Event.PlacesChanged.class,
        it -> it.places().stream().anyMatch(place -> isAt("Sofa", Status.AWAY, place)));

    assertThat(await(desk.signOut(there))).isEqualTo(Outcome.done());
    assertThat(sofaHeard.next(Event.SignedOut.class).why())
        .contains(new Failure.SignedOutElsewhere());
    deskHeard.next(Event.PlacesChanged.class, it -> it.places().size() == 1);
    assertThat(desk.places()).extracting(Place::name).containsExactly("Desk");
  }

  private static boolean isAt(String name, Status status, Place place) {
    return place.name().equals(name) && place.status() == status;
  }

  @Test
  void theSamePlaceIsThereOnce() {
    EndpointId machine = new EndpointId(UUID.randomUUID());
    meeting.signIn(ANNA, meeting.options(deskHeard).machine(machine));
    Messenger again = meeting.signIn(ANNA, meeting.options(sofaHeard).machine(machine));
    assertThat(deskHeard.next(Event.SignedOut.class).why())
        .contains(new Failure.SignedInElsewhere());
    sofaHeard.next(Event.PlacesChanged.class, it -> !it.places().isEmpty());
    assertThat(again.places()).extracting(Place::id).containsExactly(machine);
  }

  @Test
  void allPlacesSignOutAtOnce() {
    Messenger desk = annaAt("Desk", deskHeard, Dialect.MSNP18);
    annaAt("Sofa", sofaHeard, Dialect.MSNP16);
    await(desk.signOutEverywhere());
    assertThat(sofaHeard.next(Event.SignedOut.class).why())
        .contains(new Failure.SignedOutElsewhere());
    assertThat(deskHeard.next(Event.SignedOut.class).why()).isEmpty();
    assertThat(desk.places()).isEmpty();
  }

  @Test
  void olderDialectsHaveOnePlace() {
    Messenger anna = annaAt("Desk", deskHeard, Dialect.MSNP15);
    assertThat(anna.places()).isEmpty();
    Place elsewhere =
        new Place(new EndpointId(UUID.randomUUID()), "", Status.ONLINE, false, Set.of(), false);
    assertThat(await(anna.signOut(elsewhere)))
        .isEqualTo(Outcome.failed(new Failure.NotInThisDialect("MSNP15")));
  }

  @ParameterizedTest
  @MethodSource("dialectsWithPlaces")
  void aPersonAtTwoPlacesIsOneInAConversation(Dialect dialect) {
    Messenger desk = annaAt("Desk", deskHeard, dialect);
    Messenger sofa = annaAt("Sofa", sofaHeard, dialect);
    Messenger ben = meeting.signIn(BEN, meeting.options(benHeard).dialect(dialect));
    deskHeard.next(Event.PresenceChanged.class, it -> it.contact().isOnline());

    // the first place to come is enough for this
    assertThat(await(ben.conversationWith(ANNA).say("Hello"))).isEqualTo(Outcome.done());
    if (dialect.hasSwitchboards()) {
      deskHeard.next(Event.Joined.class);
      sofaHeard.next(Event.Joined.class);
    }
    assertThat(await(ben.conversationWith(ANNA).say("Are you there?"))).isEqualTo(Outcome.done());
    Event.MessageReceived atDesk = next(deskHeard, "Are you there?");
    Event.MessageReceived atSofa = next(sofaHeard, "Are you there?");
    assertThat(ben.conversationWith(ANNA).people()).containsExactly(ANNA);
    assertThat(ben.conversationWith(ANNA).isGroup()).isFalse();
    assertThat(atDesk.conversation().people()).containsExactly(BEN);
    assertThat(atDesk.conversation()).isSameAs(desk.conversationWith(BEN));
    assertThat(atSofa.conversation()).isSameAs(sofa.conversationWith(BEN));

    assertThat(await(atDesk.conversation().say("Here I am"))).isEqualTo(Outcome.done());
    assertThat(benHeard.next(Event.MessageReceived.class).text()).isEqualTo("Here I am");
    Event.SaidElsewhere elsewhere = sofaHeard.next(Event.SaidElsewhere.class);
    assertThat(elsewhere.text()).isEqualTo("Here I am");
    assertThat(elsewhere.conversation()).isSameAs(atSofa.conversation());

    atSofa.conversation().leave();
    assertThat(await(ben.conversationWith(ANNA).say("Still there?"))).isEqualTo(Outcome.done());
    assertThat(next(deskHeard, "Still there?").conversation()).isSameAs(atDesk.conversation());
  }

  private static Event.MessageReceived next(Heard heard, String text) {
    return heard.next(Event.MessageReceived.class, it -> it.text().equals(text));
  }
}

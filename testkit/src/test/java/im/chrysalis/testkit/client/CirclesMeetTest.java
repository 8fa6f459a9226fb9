package im.chrysalis.testkit.client;

import static im.chrysalis.testkit.client.Meeting.ANNA;
import static im.chrysalis.testkit.client.Meeting.BEN;
import static im.chrysalis.testkit.client.Meeting.CARL;
import static im.chrysalis.testkit.client.Meeting.await;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.client.Circle;
import im.chrysalis.client.CircleRole;
import im.chrysalis.client.Event;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Outcome;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import im.chrysalis.wire.dialect.Dialect;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Circles, from founding one to leaving it. */
class CirclesMeetTest {
  private final Heard annaHeard = new Heard();
  private final Heard benHeard = new Heard();
  private final Heard carlHeard = new Heard();
  private Meeting meeting;

  @BeforeEach
  void start() {
    meeting = new Meeting();
  }

  @AfterEach
  void stop() {
    meeting.close();
  }

  @ParameterizedTest
  @CsvSource({"MSNP18,MSNP21", "MSNP21,MSNP18"})
  void aCircleIsFoundedAndTalksAndIsLeft(String annas, String carls) {
    Messenger anna = signIn(annas);
    Messenger carl =
        meeting.signIn(
            CARL, meeting.options(carlHeard).dialect(Dialect.ofName(carls).orElseThrow()));
    assertThat(await(anna.circles().create("Rowing"))).isEqualTo(Outcome.done());
    Circle annasCircle = anna.circles().named("rowing").getFirst();
    assertThat(annasCircle.role()).isEqualTo(CircleRole.ADMIN);
    assertThat(annasCircle.members()).isEmpty();

    assertThat(await(annasCircle.invite(CARL, "Do come!"))).isEqualTo(Outcome.done());
    assertThat(annasCircle.member(CARL)).get().matches(it -> it.role() == CircleRole.INVITED);
    Event.InvitedToCircle invited = carlHeard.next(Event.InvitedToCircle.class);
    assertThat(invited.circle().name()).isEqualTo("Rowing");
    assertThat(invited.invitation().by()).contains(ANNA);
    assertThat(invited.invitation().text()).isEqualTo("Do come!");
    Circle carlsCircle = invited.circle();

    assertThat(await(carlsCircle.accept())).isEqualTo(Outcome.done());
    assertThat(carlsCircle.isIn()).isTrue();
    assertThat(carlsCircle.member(ANNA)).get().matches(it -> it.role() == CircleRole.ADMIN);
    // the book and the server tell of it, in either order
    until(() -> isThere(annasCircle, CARL, CircleRole.MEMBER));
    until(() -> isThere(carlsCircle, ANNA, CircleRole.ADMIN));
    annaHeard.next(Event.CirclePresenceChanged.class, it -> it.member().isOnline());

    assertThat(await(annasCircle.say("Hello\nall"))).isEqualTo(Outcome.done());
    Event.CircleMessageReceived said = carlHeard.next(Event.CircleMessageReceived.class);
    assertThat(said.from()).isEqualTo(ANNA);
    assertThat(said.name()).isEqualTo("It's anna");
    assertThat(said.text()).isEqualTo("Hello\nall");
    assertThat(said.circle()).isSameAs(carlsCircle);
    carlsCircle.typing();
    assertThat(annaHeard.next(Event.CircleTyping.class).from()).isEqualTo(CARL);

    assertThat(await(carl.status(Status.AWAY))).isEqualTo(Outcome.done());
    Event.CirclePresenceChanged away = annaHeard.next(Event.CirclePresenceChanged.class);
    assertThat(away.member().look().status()).isEqualTo(Status.AWAY);
    assertThat(away.before()).isEqualTo(Status.ONLINE);

    assertThat(await(annasCircle.rename("Sailing"))).isEqualTo(Outcome.done());
    until(() -> carlsCircle.name().equals("Sailing"));
    assertThat(await(carlsCircle.leave())).isEqualTo(Outcome.done());
    assertThat(carl.circles().all()).isEmpty();
    until(() -> annasCircle.members().isEmpty());
    assertThat(await(carlsCircle.say("still here?")))
        .isEqualTo(Outcome.failed(new Failure.Refused(933)));
  }

  private static boolean isThere(Circle circle, EmailAddress who, CircleRole role) {
    return circle.member(who).filter(it -> it.isOnline() && it.role() == role).isPresent();
  }

  private static void until(BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the time is not up").isLessThan(end);
      Thread.yield();
    }
  }

  private Messenger signIn(String dialect) {
    return meeting.signIn(
        ANNA, meeting.options(annaHeard).dialect(Dialect.ofName(dialect).orElseThrow()));
  }

  @Test
  void circlesAreThereAgainAtTheNextSignIn() {
    Messenger first = signIn("MSNP21");
    await(first.circles().create("Choir"));
    await(first.circles().named("Choir").getFirst().invite(BEN, ""));
    first.close();

    Messenger again = signIn("MSNP18");
    Circle choir = again.circles().named("Choir").getFirst();
    until(() -> choir.member(BEN).isPresent());
    Messenger ben = meeting.signIn(BEN, meeting.options(benHeard));
    benHeard.next(Event.InvitedToCircle.class);
    assertThat(await(ben.circles().all().getFirst().decline())).isEqualTo(Outcome.done());
    assertThat(ben.circles().all()).isEmpty();
    until(() -> choir.member(BEN).isEmpty());
  }

  @Test
  void olderDialectsHaveNone() {
    Messenger anna = signIn("MSNP17");
    assertThat(anna.circles().all()).isEmpty();
    assertThat(await(anna.circles().create("Choir")))
        .isEqualTo(Outcome.failed(new Failure.NotInThisDialect("MSNP17")));
  }
}

package im.chrysalis.testkit.client;

import static im.chrysalis.testkit.client.Meeting.ANNA;
import static im.chrysalis.testkit.client.Meeting.BEN;
import static im.chrysalis.testkit.client.Meeting.CARL;
import static im.chrysalis.testkit.client.Meeting.await;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.client.Event;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Options;
import im.chrysalis.client.Outcome;
import im.chrysalis.testkit.Setting;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages for people who are not there. */
class LettersMeetTest {
  private final Heard annaHeard = new Heard();
  private final Heard benHeard = new Heard();
  private Meeting meeting;

  @BeforeEach
  void start() {
    meeting = new Meeting(Setting.STRICT_CHALLENGES);
  }

  @AfterEach
  void stop() {
    meeting.close();
  }

  static Stream<Dialect> dialectsThatFetch() {
    return Options.DIALECTS.stream().filter(it -> it.has(Trait.MAIL_DATA));
  }

  @ParameterizedTest
  @MethodSource("dialectsThatFetch")
  void whatIsLeftIsToldOnce(Dialect dialect) {
    Messenger anna = meeting.signIn(ANNA, meeting.options(annaHeard).dialect(dialect));
    assertThat(await(anna.leaveMessage(BEN, "See you\ntomorrow, 1 < 2 ä")))
        .isEqualTo(Outcome.done());
    assertThat(await(anna.leaveMessage(BEN, "or later"))).isEqualTo(Outcome.done());

    Messenger ben = meeting.signIn(BEN, meeting.options(benHeard).dialect(dialect));
    Event.OfflineMessageReceived first = benHeard.next(Event.OfflineMessageReceived.class);
    assertThat(first.from()).isEqualTo(ANNA);
    assertThat(first.name()).isEqualTo("It's anna");
    assertThat(first.text()).isEqualTo("See you\ntomorrow, 1 < 2 ä");
    assertThat(first.sentAt()).isPresent();
    assertThat(benHeard.next(Event.OfflineMessageReceived.class).text()).isEqualTo("or later");

    // somebody who seems to be away is told at once
    assertThat(await(ben.status(Status.HIDDEN))).isEqualTo(Outcome.done());
    assertThat(await(anna.leaveMessage(BEN, "and now"))).isEqualTo(Outcome.done());
    assertThat(benHeard.next(Event.OfflineMessageReceived.class).text()).isEqualTo("and now");
    meeting.untilNothingWaitsFor(BEN);
    ben.close();

    Messenger again = meeting.signIn(BEN, meeting.options(benHeard).dialect(dialect));
    assertThat(await(anna.leaveMessage(BEN, "the last"))).isEqualTo(Outcome.done());
    assertThat(benHeard.next(Event.OfflineMessageReceived.class).text()).isEqualTo("the last");
    again.close();
  }

  @Test
  void whatNobodyListensToWaits() {
    meeting.server().leaveMessage(ANNA, BEN, "Hello");
    Messenger deaf =
        meeting.signIn(BEN, meeting.options(benHeard).listener(Options.DEFAULT.listener()));
    assertThat(await(deaf.rename("Benjamin"))).isEqualTo(Outcome.done());
    assertThat(meeting.waitingFor(BEN)).isEqualTo(1);
    deaf.listen(benHeard);
    assertThat(benHeard.next(Event.OfflineMessageReceived.class).text()).isEqualTo("Hello");
    meeting.untilNothingWaitsFor(BEN);
  }

  @Test
  void aListenerThatFailsLosesNothing() {
    meeting.server().leaveMessage(ANNA, BEN, "Hello");
    List<Event> failed = new ArrayList<>();
    Messenger ben =
        meeting.signIn(
            BEN,
            meeting
                .options(benHeard)
                .listener(event -> {
                  benHeard.accept(event);
                  if (event instanceof Event.OfflineMessageReceived) {
                    failed.add(event);
                    throw new IllegalStateException("meant to be");
                  }
                }));
    assertThat(benHeard.next(Event.OfflineMessageReceived.class).text()).isEqualTo("Hello");
    ben.close();
    assertThat(failed).hasSize(1);
    assertThat(meeting.waitingFor(BEN)).isEqualTo(1);
    meeting.signIn(BEN, meeting.options(benHeard));
    assertThat(benHeard.next(Event.OfflineMessageReceived.class).text()).isEqualTo("Hello");
    meeting.untilNothingWaitsFor(BEN);
  }

  @Test
  void manyAreToldInTheirOrder() {
    for (int i = 0; i < 30; i++) { // more than a notice names
      meeting.server().leaveMessage(i % 2 == 0 ? ANNA : CARL, BEN, "number " + i);
    }
    meeting.signIn(BEN, meeting.options(benHeard));
    for (int i = 0; i < 30; i++) {
      assertThat(benHeard.next(Event.OfflineMessageReceived.class).text()).startsWith("number ");
    }
    meeting.untilNothingWaitsFor(BEN);
  }

  @Test
  void whatCantBeLeftIsSaid() {
    Messenger anna = meeting.signIn(ANNA, meeting.options(annaHeard));
    assertThat(await(anna.leaveMessage(EmailAddress.of("nobody@example.test"), "Hello")))
        .isEqualTo(Outcome.failed(new Failure.WebRefused("SystemUnavailable")));
    anna.close();
    Messenger old = meeting.signIn(ANNA, meeting.options(annaHeard).dialect(Dialect.MSNP7));
    assertThat(await(old.leaveMessage(BEN, "Hello")))
        .isEqualTo(Outcome.failed(new Failure.NotInThisDialect("MSNP7")));
  }

  @Test
  void anOlderClientIsToldInAConversation() {
    meeting.server().leaveMessage(ANNA, BEN, "Hello");
    meeting.signIn(BEN, meeting.options(benHeard).dialect(Dialect.MSNP10));
    Event.MessageReceived said = benHeard.next(Event.MessageReceived.class);
    assertThat(said.from()).isEqualTo(ANNA);
    assertThat(said.text()).endsWith("Hello");
  }
}

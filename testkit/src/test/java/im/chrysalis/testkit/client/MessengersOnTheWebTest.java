package im.chrysalis.testkit.client;

import static im.chrysalis.testkit.client.Meeting.ANNA;
import static im.chrysalis.testkit.client.Meeting.BEN;
import static im.chrysalis.testkit.client.Meeting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.client.Contact;
import im.chrysalis.client.Credentials;
import im.chrysalis.client.Event;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Options;
import im.chrysalis.client.Outcome;
import im.chrysalis.client.SignInFailed;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.SignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client library and the server's web ports: tickets over TLS, and the gateway. */
class MessengersOnTheWebTest {
  private final Heard heard = new Heard();
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

  @ParameterizedTest
  @EnumSource(SignIn.class)
  void aPasswordBecomesATicketOverTls(SignIn method) {
    Dialect newest =
        Options.DIALECTS.stream().filter(it -> it.signIn() == method).findFirst().orElseThrow();
    Options options =
        meeting
            .bareOptions(heard)
            .web(meeting.https())
            .trusting(meeting.authority())
            .dialect(newest);
    Messenger anna = meeting.signIn(ANNA, options);
    assertThat(anna.dialect()).contains(newest);
    assertThat(anna.name()).isEqualTo("It's anna");
    assertThat(anna.contacts().friends()).extracting(Contact::address).containsExactly(BEN);

    assertFails(options, new Credentials(ANNA, "wrong"), new Failure.WrongPassword(ANNA));
  }

  @Test
  void aServerWhoseAuthorityIsNotBelievedIsToldNoPassword() {
    assertThatThrownBy(() ->
            await(
                Messenger.signIn(
                    Meeting.credentials(ANNA), meeting.bareOptions(heard).web(meeting.https()))))
        .rootCause()
        .extracting(it -> ((SignInFailed) it).failure())
        .isInstanceOf(Failure.Untrusted.class);
  }

  @Test
  void withoutAWordAboutTheWebAnOlderDialectWillDo() {
    assertThat(meeting.signIn(ANNA, meeting.bareOptions(heard)).dialect()).contains(Dialect.MSNP7);
  }

  @Test
  void whoReachesNothingButTheWebTalksToOthers() {
    Messenger anna = meeting.signIn(ANNA, meeting.options(heard).through(meeting.http()));
    Messenger ben = meeting.signIn(BEN, meeting.options(benHeard).dialect(Dialect.MSNP9));
    heard.next(Event.PresenceChanged.class);
    assertThat(await(anna.conversationWith(BEN).say("Hello"))).isEqualTo(Outcome.done());
    assertThat(benHeard.next(Event.MessageReceived.class).text()).isEqualTo("Hello");
    assertThat(await(ben.conversationWith(ANNA).say("Hello yourself"))).isEqualTo(Outcome.done());
    assertThat(heard.next(Event.MessageReceived.class).text()).isEqualTo("Hello yourself");
    anna.close();
    assertThat(
            benHeard
                .next(Event.PresenceChanged.class, it -> !it.contact().isOnline())
                .contact()
                .address())
        .isEqualTo(ANNA);
  }

  private static void assertFails(Options options, Credentials credentials, Failure why) {
    assertThatThrownBy(() -> await(Messenger.signIn(credentials, options)))
        .rootCause()
        .extracting(it -> ((SignInFailed) it).failure())
        .isEqualTo(why);
  }
}

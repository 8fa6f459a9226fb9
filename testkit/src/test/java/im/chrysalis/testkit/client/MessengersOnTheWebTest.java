package im.chrysalis.testkit.client;

import static im.chrysalis.testkit.client.Meeting.ANNA;
import static im.chrysalis.testkit.client.Meeting.BEN;
import static im.chrysalis.testkit.client.Meeting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.app.serve.WebPorts;
import im.chrysalis.client.Credentials;
import im.chrysalis.client.Event;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Options;
import im.chrysalis.client.Outcome;
import im.chrysalis.client.ServerAddress;
import im.chrysalis.client.SignInFailed;
import im.chrysalis.wire.dialect.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void aPasswordBecomesATicketOverTls(@TempDir Path directory) throws Exception {
    Options options = meeting.bareOptions(heard).web(https()).trusting(authority(directory));
    Messenger anna = meeting.signIn(ANNA, options);
    assertThat(anna.dialect()).contains(Dialect.MSNP12);
    assertThat(anna.name()).isEqualTo("It's anna");

    assertFails(options, new Credentials(ANNA, "wrong"), new Failure.WrongPassword(ANNA));
  }

  @Test
  void aServerWhoseAuthorityIsNotBelievedIsToldNoPassword() {
    assertThatThrownBy(() ->
            await(
                Messenger.signIn(
                    Meeting.credentials(ANNA), meeting.bareOptions(heard).web(https()))))
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
    ServerAddress http = address(web().http());
    Messenger anna = meeting.signIn(ANNA, meeting.options(heard).through(http));
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

  private ServerAddress https() {
    return address(web().https());
  }

  private WebPorts web() {
    return meeting.server().server().web().orElseThrow();
  }

  private static ServerAddress address(WebPorts.Open port) {
    return new ServerAddress("127.0.0.1", port.address().getPort());
  }

  /** The server's authority, as it gives it to everybody. */
  private Path authority(Path directory) throws IOException {
    URI address = URI.create("http://" + address(web().http()) + "/ca.pem");
    Path file = directory.resolve("ca.pem");
    try (InputStream in = address.toURL().openStream()) {
      Files.copy(in, file);
    }
    return file;
  }

  private static void assertFails(Options options, Credentials credentials, Failure why) {
    assertThatThrownBy(() -> await(Messenger.signIn(credentials, options)))
        .rootCause()
        .extracting(it -> ((SignInFailed) it).failure())
        .isEqualTo(why);
  }
}

package im.chrysalis.testkit.client;

import static im.chrysalis.testkit.client.Meeting.ANNA;
import static im.chrysalis.testkit.client.Meeting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.client.Credentials;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Options;
import im.chrysalis.client.ServerAddress;
import im.chrysalis.client.SignInFailed;
import im.chrysalis.wire.dialect.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client library gets its tickets from the server's own web services, over TLS. */
class WebTicketsTest {
  private final Heard heard = new Heard();
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

  private ServerAddress https() {
    int port = meeting.server().server().web().orElseThrow().https().address().getPort();
    return new ServerAddress("127.0.0.1", port);
  }

  /** The server's authority, as it gives it to everybody. */
  private Path authority(Path directory) throws IOException {
    InetSocketAddress http = meeting.server().server().web().orElseThrow().http().address();
    URI address = URI.create("http://127.0.0.1:" + http.getPort() + "/ca.pem");
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

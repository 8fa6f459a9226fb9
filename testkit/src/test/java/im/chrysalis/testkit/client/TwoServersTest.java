package im.chrysalis.testkit.client;

import static im.chrysalis.testkit.client.SmallNetwork.await;
import static im.chrysalis.testkit.client.SmallNetwork.options;
import static im.chrysalis.testkit.client.SmallNetwork.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.app.config.Role;
import im.chrysalis.app.serve.ChrysalisServer;
import im.chrysalis.client.Conversation;
import im.chrysalis.client.Event;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Outcome;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two servers of one network: what people do on one reaches those on the other. */
@Timeout(120)
class TwoServersTest {
  private static final EmailAddress ANNA = EmailAddress.of("anna@example.test");
  private static final EmailAddress BEN = EmailAddress.of("ben@example.test");

  private final Heard annaHeard = new Heard();
  private final Heard benHeard = new Heard();
  private SmallNetwork network;
  private ChrysalisServer first;
  private ChrysalisServer second;

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    network = new SmallNetwork(directory);
    first = network.start(EnumSet.allOf(Role.class));
    second = network.start(EnumSet.allOf(Role.class));
    network.createAccount(ANNA);
    network.createAccount(BEN);
  }

  @AfterEach
  void stop() throws IOException {
    network.close();
  }

  @Test
  void peopleOnDifferentServersSeeEachOtherAndTalk() {
    try (Messenger anna = signIn(ANNA, options(first, annaHeard));
        Messenger ben = signIn(BEN, options(second, benHeard))) {
      assertThat(await(anna.contacts().add(BEN))).isEqualTo(Outcome.done());
      assertThat(annaHeard.next(Event.PresenceChanged.class).contact().status())
          .isEqualTo(Status.ONLINE);
      await(ben.contacts().add(ANNA));
      assertThat(benHeard.next(Event.PresenceChanged.class).contact().address()).isEqualTo(ANNA);

      Conversation withBen = anna.conversationWith(BEN);
      assertThat(await(withBen.say("Hello over there"))).isEqualTo(Outcome.done());
      Event.MessageReceived hello = benHeard.next(Event.MessageReceived.class);
      assertThat(hello.text()).isEqualTo("Hello over there");
      assertThat(await(hello.conversation().say("Hello yourself"))).isEqualTo(Outcome.done());
      assertThat(annaHeard.next(Event.MessageReceived.class).text()).isEqualTo("Hello yourself");
    }
  }
}

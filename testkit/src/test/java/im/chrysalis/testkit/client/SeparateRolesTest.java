package im.chrysalis.testkit.client;

import static im.chrysalis.testkit.client.SmallNetwork.await;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.app.config.Role;
import im.chrysalis.app.serve.ChrysalisServer;
import im.chrysalis.client.Event;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Outcome;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.domain.person.Request;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.routed.RoutedAddress;
import im.chrysalis.wire.routed.RoutedMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One server has the notification server and the other one the switchboard. */
@Timeout(120)
class SeparateRolesTest {
  private static final EmailAddress ANNA = EmailAddress.of("anna@example.test");
  private static final EmailAddress BEN = EmailAddress.of("ben@example.test");
  private static final int MOST_TRIES = 100;

  private final Heard annaHeard = new Heard();
  private final Heard benHeard = new Heard();
  private SmallNetwork network;
  private ChrysalisServer door;
  private Card anna;
  private Card ben;

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    network = new SmallNetwork(directory);
    door = network.start(EnumSet.of(Role.DISPATCH, Role.NOTIFICATION));
    anna = network.createAccount(ANNA);
    ben = network.createAccount(BEN);
  }

  @AfterEach
  void stop() throws IOException {
    network.close();
  }

  @Test
  void peopleTalkOnTheSwitchboardOfTheOtherServer() throws Exception {
    network.start(Set.of(Role.SWITCHBOARD));
    try (Messenger annas = signIn(ANNA, annaHeard);
        Messenger _ = signIn(BEN, benHeard)) {
      saysAtLast(annas, "Hello");
      Event.MessageReceived hello = benHeard.next(Event.MessageReceived.class);
      assertThat(hello.text()).isEqualTo("Hello");
      assertThat(await(hello.conversation().say("Hello yourself"))).isEqualTo(Outcome.done());
      assertThat(annaHeard.next(Event.MessageReceived.class).text()).isEqualTo("Hello yourself");
    }
  }

  @Test
  void whatWaitsForAnOlderClientIsSaidThere() throws Exception {
    network.start(Set.of(Role.SWITCHBOARD));
    try (Messenger annas = signIn(ANNA, annaHeard)) {
      try (Messenger _ = signIn(BEN, benHeard)) {
        saysAtLast(annas, "Hello"); // the switchboard is known from now on
        benHeard.next(Event.MessageReceived.class);
      }
      leaves("Call me");
      leaves("Or write");
      try (Messenger _ = signIn(BEN, benHeard)) {
        Event.MessageReceived first = benHeard.next(Event.MessageReceived.class);
        assertThat(first.from()).isEqualTo(ANNA);
        assertThat(first.text()).endsWith("Call me");
        assertThat(benHeard.next(Event.MessageReceived.class).text()).endsWith("Or write");
      }
    }
  }

  @Test
  void withoutAnySwitchboardNobodyTalksAndMessagesGoOnWaiting() throws Exception {
    leaves("Call me");
    try (Messenger annas = signIn(ANNA, annaHeard);
        Messenger _ = signIn(BEN, benHeard)) {
      assertThat(await(annas.conversationWith(BEN).say("Hello"))).isNotEqualTo(Outcome.done());
      assertThat(waitingForBen()).hasSize(1);
    }
  }

  @Test
  void whatIsSaidToAnOlderClientWithoutASwitchboardWaits() throws Exception {
    try (Messenger _ = signIn(BEN, benHeard)) {
      RoutedMessage text =
          RoutedMessage.messaging(RoutedAddress.of(ANNA), RoutedAddress.of(BEN))
              .with("Message-Type", "Text")
              .withBody("Call me".getBytes(StandardCharsets.UTF_8));
      Request.Say says = new Request.Say(anna, Optional.empty(), Optional.empty(), text.bytes());
      assertThat(await(door.people().ask(ben.id(), says))).isTrue();
      for (int tries = 0; waitingForBen().isEmpty() && tries < MOST_TRIES; tries++) {
        Thread.sleep(20); // nothing tells when it is left
      }
      assertThat(waitingForBen()).extracting(OfflineMessage::text).containsExactly("Call me");
    }
  }

  private List<OfflineMessage> waitingForBen() {
    return await(door.store().offlineMessages().waiting(ben.id()));
  }

  /** With a client that knows of no offline messages. */
  private Messenger signIn(EmailAddress who, Heard heard) {
    return SmallNetwork.signIn(who, SmallNetwork.options(door, heard).dialect(Dialect.MSNP7));
  }

  /** Says something to Ben as soon as the servers know each other. */
  private static void saysAtLast(Messenger annas, String text) throws InterruptedException {
    Outcome outcome = await(annas.conversationWith(BEN).say(text));
    for (int tries = 0; !outcome.equals(Outcome.done()) && tries < MOST_TRIES; tries++) {
      Thread.sleep(100); // nothing tells when they do
      outcome = await(annas.conversationWith(BEN).say(text));
    }
    assertThat(outcome).isEqualTo(Outcome.done());
  }

  private void leaves(String text) {
    OfflineMessage message =
        new OfflineMessage(
            UUID.randomUUID(), anna, Instant.now(), Optional.empty(), Optional.empty(), text);
    await(door.people().ask(ben.id(), new Request.LeaveMessage(message)));
  }
}

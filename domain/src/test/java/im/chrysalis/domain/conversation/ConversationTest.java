package im.chrysalis.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Card;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final Instant NOON = Instant.parse("2001-10-25T12:00:00Z");

  private final Conversation conversation = new Conversation(new ConversationId("", 7));
  private final Guest anna = new Guest(10_001, "anna");
  private final Guest ben = new Guest(10_002, "ben");
  private final Guest carol = new Guest(10_003, "carol");

  /** Somebody who writes down what happens. */
  private static final class Guest implements Member {
    private final Card card;
    private final List<String> heard = new ArrayList<>();
    private boolean congested;
    private boolean paused;

    Guest(long number, String name) {
      card = new Card(new AccountId(number), EmailAddress.of(name + "@example.test"), name);
    }

    @Override
    public Card card() {
      return card;
    }

    @Override
    public Optional<EndpointId> place() {
      return Optional.empty();
    }

    @Override
    public Capabilities capabilities() {
      return Capabilities.NONE;
    }

    @Override
    public void joined(Member other) {
      heard.add("+" + other.card().name());
    }

    @Override
    public void left(Member other, boolean idle) {
      heard.add((idle ? "~" : "-") + other.card().name());
    }

    @Override
    public boolean deliver(Message message) {
      heard.add(new String(message.payload().copy(), StandardCharsets.UTF_8));
      return true;
    }

    @Override
    public boolean isCongested() {
      return congested;
    }

    @Override
    public void pause() {
      paused = true;
    }

    @Override
    public void resume() {
      paused = false;
    }
  }

  private record Text(String text) implements Payload {
    @Override
    public int length() {
      return copy().length;
    }

    @Override
    public byte[] copy() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  private boolean say(Guest sender, String text, boolean bulk) {
    return conversation.relay(new Message(sender, new Text(text), bulk));
  }

  @Test
  void othersHearWhoComesAndGoes() {
    conversation.join(anna);
    conversation.join(ben);
    conversation.leave(ben, false);
    assertThat(anna.heard).containsExactly("+ben", "-ben");
    assertThat(ben.heard).isEmpty();
  }

  @Test
  void aMessageReachesEverybodyButItsSender() {
    conversation.join(anna);
    assertThat(say(anna, "alone", false)).isFalse();
    conversation.join(ben);
    conversation.join(carol);
    assertThat(say(anna, "hello", false)).isTrue();
    assertThat(ben.heard).containsExactly("+carol", "hello");
    assertThat(carol.heard).containsExactly("hello");
    assertThat(anna.heard).doesNotContain("hello", "alone");
  }

  @Test
  void inATalkOfTwoTheSenderWaitsForTheSlow() {
    conversation.join(anna);
    conversation.join(ben);
    ben.congested = true;
    say(anna, "much", false);
    assertThat(anna.paused).isTrue();
    ben.congested = false;
    conversation.relieved(ben);
    assertThat(anna.paused).isFalse();
  }

  @Test
  void inAGroupOnlyFilesWaitForTheSlow() {
    conversation.join(anna);
    conversation.join(ben);
    conversation.join(carol);
    carol.congested = true;
    say(anna, "text", false);
    assertThat(anna.paused).isFalse();
    say(anna, "part of a file", true);
    assertThat(anna.paused).isTrue();
    conversation.leave(carol, false);
    assertThat(anna.paused).isFalse();
  }

  @Test
  void whoIsInvitedRingsForTwoMinutes() {
    conversation.join(anna);
    conversation.rings(ben.card.id(), NOON);
    assertThat(conversation.isRinging(ben.card.id(), NOON.plusSeconds(119))).isTrue();
    assertThat(conversation.isRinging(ben.card.id(), NOON.plusSeconds(120))).isFalse();
    conversation.rings(ben.card.id(), NOON);
    conversation.join(ben);
    assertThat(conversation.isAnybodyRinging(NOON)).isFalse();
  }
}

package im.chrysalis.domain.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.offline.Letterbox.Room;
import im.chrysalis.domain.offline.OfflineMessage.Place;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LetterboxTest {
  private static final Instant NOON = Instant.parse("2006-01-01T12:00:00Z");
  private static final String SERIES = "{3A3BE82C-684D-4F4F-8005-CBE8D4F82BAD}";

  private final Letterbox box = new Letterbox(List.of());

  private static OfflineMessage message(int sender, int number, Instant sent, String text) {
    return new OfflineMessage(
        UUID.randomUUID(),
        new Card(new AccountId(sender), EmailAddress.of("a" + sender + "@example.test"), "A"),
        sent,
        Optional.of(new Place(SERIES, number)),
        Optional.empty(),
        text);
  }

  @Test
  void whatASenderRepeatsForWantOfAnAnswerIsThereAlready() {
    box.add(message(10_001, 1, NOON, "hi"));
    assertThat(box.roomFor(message(10_001, 1, NOON.plusSeconds(599), "hi")))
        .isEqualTo(Room.THERE_ALREADY);
  }

  @Test
  void whatOnlyLooksLikeARepetitionIsTaken() {
    box.add(message(10_001, 1, NOON, "hi"));
    assertThat(box.roomFor(message(10_001, 2, NOON, "hi"))).isEqualTo(Room.FREE);
    assertThat(box.roomFor(message(10_001, 1, NOON, "hello"))).isEqualTo(Room.FREE);
    assertThat(box.roomFor(message(10_002, 1, NOON, "hi"))).isEqualTo(Room.FREE);
    assertThat(box.roomFor(message(10_001, 1, NOON.plus(Letterbox.REPEATS), "hi")))
        .isEqualTo(Room.FREE);
  }

  @Test
  void messagesWithoutAPlaceAreNeverTakenForRepetitions() {
    Card anna = new Card(new AccountId(10_001), EmailAddress.of("anna@example.test"), "Anna");
    for (int i = 0; i < 2; i++) {
      OfflineMessage bare =
          new OfflineMessage(
              UUID.randomUUID(), anna, NOON, Optional.empty(), Optional.empty(), "hi");
      assertThat(box.roomFor(bare)).isEqualTo(Room.FREE);
      box.add(bare);
    }
  }

  @Test
  void nobodyFillsTheBoxAlone() {
    for (int i = 0; i < Letterbox.MAX_FROM_ONE; i++) {
      box.add(message(10_001, i, NOON, "hi"));
    }
    assertThat(box.roomFor(message(10_001, 999, NOON, "hi"))).isEqualTo(Room.NONE);
    assertThat(box.roomFor(message(10_002, 1, NOON, "hi"))).isEqualTo(Room.FREE);
  }

  @Test
  void theBoxIsFullAtItsLimitAndFreeAgainBelowIt() {
    OfflineMessage last = message(10_999, 1, NOON, "hi");
    for (int i = 1; i < Letterbox.MAX_MESSAGES; i++) {
      box.add(message(10_001 + i, 1, NOON, "hi"));
    }
    assertThat(box.roomFor(last)).isEqualTo(Room.FREE);
    box.add(last);
    assertThat(box.size()).isEqualTo(Letterbox.MAX_MESSAGES);
    OfflineMessage late = message(10_998, 7, NOON, "hi");
    assertThat(box.roomFor(late)).isEqualTo(Room.NONE);
    box.remove(Set.of(last.id()));
    assertThat(box.roomFor(late)).isEqualTo(Room.FREE);
  }

  @Test
  void theBoxHoldsSoManyBytesAndNoMore() {
    String longest = "x".repeat(OfflineMessage.MAX_BYTES);
    int fit = Letterbox.MAX_BYTES / OfflineMessage.MAX_BYTES;
    for (int i = 0; i < fit; i++) {
      OfflineMessage next = message(10_001, i, NOON, longest);
      assertThat(box.roomFor(next)).isEqualTo(Room.FREE);
      box.add(next);
    }
    assertThat(box.roomFor(message(10_001, fit, NOON, "x"))).isEqualTo(Room.NONE);
  }

  @Test
  void aMessageThatIsTooLongOrHoldsNulIsNone() {
    assertThatThrownBy(() -> message(10_001, 1, NOON, "ü".repeat(OfflineMessage.MAX_BYTES / 2 + 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> message(10_001, 1, NOON, "a\0b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

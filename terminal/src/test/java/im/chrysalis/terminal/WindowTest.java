package im.chrysalis.terminal;

import static im.chrysalis.terminal.Windows.BEN;
import static im.chrysalis.terminal.Windows.CARL;
import static im.chrysalis.terminal.Windows.NOON;
import static im.chrysalis.terminal.Windows.heard;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {
  private final Window window =
      Windows.usual().open(1, List.of(BEN)).open(2, List.of(CARL)).toFrontById(2);

  @Test
  void aMessageWhereNobodyLooksIsUnreadUntilSomebodyDoes() {
    Window later = window.write(1, heard("Ben", "one")).write(1, heard("Ben", "two"));
    assertThat(later.unreadOf(BEN)).isEqualTo(2);
    assertThat(later.toFront(1).unreadOf(BEN)).isZero();
    assertThat(window.write(2, heard("Carl", "seen")).unreadOf(CARL)).isZero();
  }

  @Test
  void notesAreNotUnread() {
    assertThat(window.write(1, new Entry.Note(NOON, "Ben is away", true)).unreadOf(BEN)).isZero();
  }

  @Test
  void tabsTurnRoundAndRound() {
    assertThat(window.turn(1).frontTab().isNews()).isTrue();
    assertThat(window.turn(1).turn(-1).frontTab().id()).isEqualTo(2);
    assertThat(window.toFront(8)).isEqualTo(window);
  }

  @Test
  void theTabBeforeAClosedOneComesToTheFrontAndTheNewsStay() {
    assertThat(window.close(2).frontTab().id()).isEqualTo(1);
    assertThat(window.close(1).frontTab().id()).isEqualTo(2);
    assertThat(window.close(Tab.NEWS)).isEqualTo(window);
  }

  @Test
  void whoWasSeenTypingIsBelievedForAMoment() {
    Window typing = window.typing(BEN, 1, NOON);
    assertThat(typing.at(NOON.plusSeconds(5)).typingIn(typing.tabs().get(1))).containsExactly(BEN);
    assertThat(typing.at(NOON.plusSeconds(6)).typists()).isEmpty();
    assertThat(typing.stoppedTyping(BEN).typists()).isEmpty();
  }

  @Test
  void whatWasSaidHasAFate() {
    Entry.Said said = new Entry.Said(NOON, 7, "hello", Entry.Fate.UNDER_WAY);
    assertThat(window.write(1, said).fate(1, 7, Entry.Fate.LOST).tabs().get(1).entries())
        .containsExactly(new Entry.Said(NOON, 7, "hello", Entry.Fate.LOST));
  }

  @Test
  void aTabForgetsWhatIsOldest() {
    Tab tab = Tab.with(1, List.of(BEN));
    for (int i = 0; i <= Tab.MOST_ENTRIES; i++) {
      tab = tab.write(heard("Ben", "message " + i), false);
    }
    assertThat(tab.entries()).hasSize(Tab.MOST_ENTRIES);
    assertThat(tab.since(Tab.MOST_ENTRIES))
        .containsExactly(heard("Ben", "message " + Tab.MOST_ENTRIES));
  }
}

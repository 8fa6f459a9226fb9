package im.chrysalis.terminal;

import static im.chrysalis.terminal.Windows.ANNA;
import static im.chrysalis.terminal.Windows.BEN;
import static im.chrysalis.terminal.Windows.CARL;
import static im.chrysalis.terminal.Windows.DORA;
import static im.chrysalis.terminal.Windows.NOON;
import static im.chrysalis.terminal.Windows.friend;
import static im.chrysalis.terminal.Windows.heard;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.client.Failure;
import im.chrysalis.client.Group;
import im.chrysalis.values.Status;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

/** What the screen looks like, without a terminal. */
class PainterTest {
  private static final Look ALL = new Look(true, true);

  private final Window talking =
      Windows.usual()
          .open(1, List.of(BEN))
          .open(2, List.of(CARL))
          .toFrontById(1)
          .write(1, heard("Ben", "Coming to the cinema tonight, all of you?"))
          .write(1, new Entry.Said(NOON, 1, "Yes!", Entry.Fate.DELIVERED))
          .write(1, new Entry.Said(NOON, 2, "At eight", Entry.Fate.LOST))
          .write(1, new Entry.Problem(NOON, "not delivered: no answer"))
          .write(2, heard("Carl", "psst"))
          .typing(BEN, 1, NOON);

  private static Painter.Picture paint(Look look, Window window, int width, int height) {
    return new Painter(look, ZoneOffset.UTC)
        .paint(window, InputLine.of("so"), "", 0, NOON, width, height);
  }

  private static String text(Painter.Picture picture) {
    return picture.lines().stream()
        .map(line -> line.toString().stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aConversationBesideTheContacts() {
    Painter.Picture picture = paint(ALL, talking, 64, 12);
    assertThat(text(picture))
        .isEqualTo(
            """
             1 News  2 Ben  3 Carl (1)
            12:00 Ben: Coming to the cinema tonight, ┊ Friends 1/1
                  all of you?                        ┊ ● Ben         typing…
            12:00 Anna: Yes!                         ┊ Work 1/2
            12:00 Anna: At eight ✗                   ┊ ● Carl (1)       busy
            12:00 not delivered: no answer           ┊ ○ Dora
                                                     ┊
                                                     ┊
                                                     ┊
            Ben is typing…
             ● Anna  online  anna@example.test                 MSNP7  12:00
            Ben> so\
            """);
    assertThat(picture.row()).isEqualTo(11);
    assertThat(picture.column()).isEqualTo(7);
  }

  @Test
  void inANarrowTerminalTheConversationIsAlone() {
    assertThat(text(paint(ALL, talking, 40, 8)))
        .doesNotContain("┊")
        .contains("12:00 Anna: Yes!")
        .endsWith("Ben> so");
  }

  @Test
  void everySizeIsFilledExactly() {
    for (int width = 2; width < 130; width++) {
      for (int height = 1; height < 30; height += 3) {
        Painter.Picture picture = paint(ALL, talking, width, height);
        assertThat(picture.lines()).hasSize(height);
        for (AttributedString line : picture.lines()) {
          assertThat(Wrapped.width(line)).as("%d x %d: %s", width, height, line).isEqualTo(width);
        }
        assertThat(picture.column()).isBetween(0, width - 1);
      }
    }
  }

  @Test
  void nothingOthersWroteSteersTheTerminal() {
    String evil = "\u001b[2J\u009b1m\u0007\r\n\tx\u202e\u2066\ud800";
    Window window =
        Windows.knowing(
                List.of(new Group("1", evil)),
                friend(BEN, evil, Status.BUSY, "1"),
                friend(CARL, evil + "c", Status.OFFLINE))
            .self(evil, Status.AWAY)
            .open(1, List.of(BEN, CARL))
            .toFrontById(1)
            .write(1, heard(evil, evil))
            .write(1, new Entry.Note(NOON, evil, false))
            .write(1, new Entry.Problem(NOON, evil))
            .write(1, new Entry.Said(NOON, 1, evil, Entry.Fate.LOST))
            .typing(BEN, 1, NOON)
            .connected(new Connected.Again(new Failure.ConnectionLost(evil), NOON));
    for (int width : new int[] {20, 50, 90}) {
      for (AttributedString line : paint(ALL, window, width, 24).lines()) {
        assertThat(line.toString())
            .doesNotContainPattern("[\\p{Cc}\\u2028-\\u202e\\u2066-\\u2069]");
      }
    }
  }

  @Test
  void withoutColoursStatusesAreTold() {
    Painter.Picture picture = paint(new Look(false, false), talking, 64, 12);
    assertThat(text(picture)).contains("* Carl (1)       busy", "o Dora").doesNotContain("●");
    assertThat(picture.lines())
        .allSatisfy(
            line -> assertThat(line.toAnsi()).doesNotContainPattern("\u001b\\[[0-9;]*3[1-7]m"));
  }

  @Test
  void aLostConnectionShowsWhenItIsTriedAgain() {
    Window lost =
        talking.connected(new Connected.Again(new Failure.ServerShutDown(), NOON.plusSeconds(4)));
    assertThat(text(paint(ALL, lost, 80, 12))).contains("the server shut down; next try in 4 s");
  }

  @Test
  void whenThereIsNoRoomThoseWhoAreNotThereAreANumber() {
    Window many =
        Windows.knowing(
            List.of(),
            friend(ANNA, "Ada", Status.OFFLINE),
            friend(BEN, "Ben", Status.ONLINE),
            friend(CARL, "Carl", Status.OFFLINE),
            friend(DORA, "Dora", Status.OFFLINE));
    assertThat(ContactPane.paint(many, 20, 3).stream().map(AttributedString::toString))
        .containsExactly("Contacts 1/4", "● Ben               ", "○ 3 offline");
    assertThat(ContactPane.paint(many, 20, 2).stream().map(AttributedString::toString))
        .containsExactly("Contacts 1/4", "… and 2 more");
  }

  @Test
  void theTabInFrontIsAlwaysToBeSeen() {
    Window crowded = talking;
    for (int id = 3; id < 20; id++) {
      crowded = crowded.open(id, List.of(DORA));
    }
    assertThat(text(paint(ALL, crowded.toFrontById(19), 60, 10)))
        .startsWith("…")
        .contains("20 Dora");
  }
}

package im.chrysalis.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.account.KeptInvitation;
import im.chrysalis.domain.account.KeptInvitation.State;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LetterTest {
  private static Letter letter(String name, String words, String site) {
    Card anna = new Card(new AccountId(10_001), EmailAddress.of("anna@example.test"), name);
    EmailAddress zoe = EmailAddress.of("zoe@example.test");
    return Letter.of(new KeptInvitation(anna, zoe, words, Instant.EPOCH, State.QUEUED), site);
  }

  @Test
  void itSaysWhoInvitesInWhichWordsAndWhereToJoin() {
    Letter letter = letter("Anna", "Come!\r\nI'm waiting.", "https://chat.example.test");

    assertThat(letter.subject()).isEqualTo("Anna (anna@example.test) invites you to talk");
    assertThat(letter.text())
        .contains("\n  Come!\n  I'm waiting.\n")
        .contains("\n  https://chat.example.test/\n");
  }

  @Test
  void aNameThatIsTheAddressIsNotRepeated() {
    assertThat(letter("anna@example.test", "", "").subject())
        .isEqualTo("anna@example.test invites you to talk");
  }

  @Test
  void noNameBeginsALineOrTurnsTheReadingDirection() {
    assertThat(letter("Eve\r\nBcc: all@example.test\u202E\u0000\u2028x", "", "").subject())
        .isEqualTo("Eve Bcc: all@example.test x (anna@example.test) invites you to talk");
  }

  @Test
  void aLongNameIsCutBetweenCharacters() {
    assertThat(letter("\uD83E\uDD8B".repeat(200), "", "").subject())
        .startsWith("\uD83E\uDD8B".repeat(80) + " (anna@");
  }

  @Test
  void wordsKeepTheirLinesAndLoseWhatMovesTheCursor() {
    assertThat(letter("Anna", "a\u001b[2Jb\n\tc\u0000", "").text()).contains("\n  a [2Jb\n   c\n");
  }
}

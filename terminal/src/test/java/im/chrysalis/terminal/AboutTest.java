package im.chrysalis.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.client.Contact;
import im.chrysalis.client.Look;
import im.chrysalis.values.Ability;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Status;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AboutTest {
  private static Contact ben(PersonalMessage message, Set<Ability> abilities) {
    return new Contact(
        EmailAddress.of("ben@example.test"),
        "Ben",
        Set.of(),
        Set.of(),
        Optional.empty(),
        new Look(Status.ONLINE, message, abilities, Optional.empty()));
  }

  @Test
  void saysWhatSomebodyTellsPlaysAndCanDo() {
    PersonalMessage message =
        new PersonalMessage("Back at five", "WMP\\0Music\\01\\0{0} - {1}\\0Song\\0Band\\0");
    assertThat(About.lines(ben(message, Set.of(Ability.WEBCAM, Ability.INK))))
        .containsExactly("tells: Back at five", "plays: Song - Band", "can: ink, webcam");
  }

  @Test
  void saysNothingOfSomebodyWhoTellsNothing() {
    assertThat(About.lines(ben(PersonalMessage.NONE, Set.of()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "WMP", "\\0Music\\00\\0{0}\\0Song", "\\0\\0\\0\\0", "\\0Music\\01\\0{7}"})
  void whatCantBeToldIsNotPlaying(String media) {
    assertThat(About.media(media)).isEmpty();
  }
}

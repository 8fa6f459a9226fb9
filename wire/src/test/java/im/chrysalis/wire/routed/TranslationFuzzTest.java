package im.chrysalis.wire.routed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.LooseText;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.command.ClientCommands;
import im.chrysalis.wire.command.SwitchboardCommands;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.payload.TextMessage;
import java.util.List;
import java.util.stream.Collectors;

class TranslationFuzzTest {
  private static final RoutedAddress ANNA =
      RoutedAddress.of(
          EmailAddress.of("anna@example.com"),
          EndpointId.parse("{ad9d9247-9181-4c57-8388-248304e153d3}"));
  private static final RoutedAddress BEN = RoutedAddress.of(EmailAddress.of("ben@example.com"));

  /** Any switchboard message has a routed counterpart or none, and that one can be read. */
  @FuzzTest(maxDuration = "1m")
  void anySwitchboardMessageHasACounterpartOrNone(byte[] bytes) throws MalformedCommand {
    MimeMessage message;
    try {
      message = MimeMessage.read(bytes);
    } catch (MalformedCommand malformed) {
      return;
    }
    var routed = Translation.toRouted(message, ANNA, BEN);
    if (routed.isPresent()) {
      byte[] written = routed.get().bytes();
      assertThat(RoutedMessage.read(written).bytes()).isEqualTo(written);
      assertThat(RoutedMessage.read(written).from().orElseThrow().bare()).isEqualTo(ANNA.bare());
    }
  }

  /** Any routed message has counterparts or none, which can be read and hold all of a text. */
  @FuzzTest(maxDuration = "1m")
  void anyRoutedMessageHasCounterpartsOrNone(byte[] bytes) throws MalformedCommand {
    RoutedMessage message;
    try {
      message = RoutedMessage.read(bytes);
    } catch (MalformedCommand malformed) {
      return;
    }
    List<MimeMessage> messages = Translation.toSwitchboard(message, ANNA, BEN);
    for (MimeMessage one : messages) {
      MimeMessage.read(one.bytes());
      boolean isData = one.contentType().equals(DataPackets.CONTENT_TYPE);
      assertThat(one.bytes().length)
          .isLessThanOrEqualTo(
              isData
                  ? ClientCommands.MAX_DATAGRAM + bytes.length
                  : SwitchboardCommands.MAX_MESSAGE);
    }
    if (message.messageType().equals("Text")) {
      assertThat(messages.stream().map(MimeMessage::text).collect(Collectors.joining()))
          .isEqualTo(LooseText.of(message.body()));
      assertThat(messages)
          .allSatisfy(one -> assertThat(one.contentType()).isEqualTo(TextMessage.CONTENT_TYPE));
    }
  }
}

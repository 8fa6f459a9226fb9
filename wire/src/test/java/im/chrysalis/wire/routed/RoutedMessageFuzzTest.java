package im.chrysalis.wire.routed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand;

class RoutedMessageFuzzTest {
  private static final RoutedAddress ANNA = RoutedAddress.of(EmailAddress.of("anna@example.com"));

  /** Any bytes are a message or malformed, and what is written is read again as it was. */
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreARoutedMessageOrMalformed(byte[] bytes) {
    RoutedMessage message;
    try {
      message = RoutedMessage.read(bytes);
    } catch (MalformedCommand malformed) {
      assertThat(malformed).hasMessageNotContaining("null");
      return;
    }
    assertThat(message.body().length).isLessThanOrEqualTo(bytes.length);
    byte[] written = message.bytes();
    RoutedMessage again = readAgain(written);
    assertThat(again.body()).isEqualTo(message.body());
    assertThat(again.bytes()).isEqualTo(written);
    assertThat(again.messageType()).isEqualTo(message.messageType());
    RoutedMessage sent = readAgain(message.from(ANNA).to(ANNA).bytes());
    assertThat(sent.from()).contains(ANNA);
    assertThat(sent.to()).contains(ANNA);
  }

  private static RoutedMessage readAgain(byte[] bytes) {
    try {
      return RoutedMessage.read(bytes);
    } catch (MalformedCommand malformed) {
      throw new AssertionError("what was written can't be read", malformed);
    }
  }
}

package im.chrysalis.wire.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import im.chrysalis.wire.MalformedCommand;

class MimeMessageFuzzTest {
  /** Any bytes are a message or malformed, and a message can be written and read again. */
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreAMessageOrMalformed(byte[] bytes) {
    MimeMessage message;
    try {
      message = MimeMessage.read(bytes);
    } catch (MalformedCommand malformed) {
      return;
    }
    assertThat(readAgain(message)).usingRecursiveComparison().isEqualTo(message);
    TextMessage.of(message)
        .ifPresent(text -> assertThat(TextMessage.of(text.message())).contains(text));
    TypingNotice.of(message)
        .ifPresent(notice -> assertThat(TypingNotice.of(notice.message())).contains(notice));
    readNotices(message);
  }

  private static MimeMessage readAgain(MimeMessage message) {
    try {
      return MimeMessage.read(message.bytes());
    } catch (MalformedCommand malformed) {
      throw new AssertionError("what was written can't be read", malformed);
    }
  }

  private static void readNotices(MimeMessage message) {
    try {
      Profile.of(message);
      ShutdownNotice.of(message);
      InitialMail.of(message);
    } catch (MalformedCommand malformed) {
      assertThat(malformed).hasMessageNotContaining("null");
    }
  }
}

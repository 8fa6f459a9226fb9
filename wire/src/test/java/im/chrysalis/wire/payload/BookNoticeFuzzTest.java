package im.chrysalis.wire.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import im.chrysalis.wire.MalformedCommand;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

class BookNoticeFuzzTest {
  /** Any bytes are a notice, another alert or malformed, and a notice is read again as it was. */
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreANoticeOrNone(byte[] bytes) {
    Optional<BookNotice> read;
    try {
      read = BookNotice.of(bytes);
    } catch (MalformedCommand malformed) {
      return;
    }
    read.ifPresent(notice -> assertThat(readAgain(notice)).contains(notice));
  }

  private static Optional<BookNotice> readAgain(BookNotice written) {
    try {
      return BookNotice.of(written.xml().getBytes(StandardCharsets.UTF_8));
    } catch (MalformedCommand malformed) {
      throw new AssertionError("what was written can't be read", malformed);
    }
  }
}

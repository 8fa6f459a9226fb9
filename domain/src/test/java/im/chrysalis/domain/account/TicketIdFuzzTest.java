package im.chrysalis.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class TicketIdFuzzTest {
  /** Any text holds a word or nothing, and a word is read as itself. */
  @FuzzTest(maxDuration = "1m")
  void anyTextHoldsAWordOrNothing(byte[] bytes) {
    TicketId.read(new String(bytes, StandardCharsets.UTF_8))
        .ifPresent(id -> {
          assertThat(id.word()).matches("[A-Za-z0-9._*!-]{1,400}");
          assertThat(TicketId.read("t=" + id.word() + "&p=")).contains(id);
        });
  }
}

package im.chrysalis.wire.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import im.chrysalis.wire.MalformedCommand;
import java.nio.charset.StandardCharsets;

class MembershipsFuzzTest {
  /** Any bytes are memberships or malformed, and people are read again as they were. */
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreMembershipsOrMalformed(byte[] bytes) {
    Memberships read;
    try {
      read = Memberships.read(bytes);
    } catch (MalformedCommand malformed) {
      return;
    }
    assertThat(readAgain(read).people()).containsExactlyInAnyOrderElementsOf(read.people());
  }

  private static Memberships readAgain(Memberships written) {
    try {
      return Memberships.read(written.xml().getBytes(StandardCharsets.UTF_8));
    } catch (MalformedCommand malformed) {
      throw new AssertionError("what was written can't be read", malformed);
    }
  }
}

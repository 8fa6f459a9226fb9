package im.chrysalis.wire.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.wire.MalformedCommand;

class PersonalDataFuzzTest {
  /** Any bytes are a personal message or malformed, and a message is read again as it was. */
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreAMessageOrMalformed(byte[] bytes) {
    PersonalMessage message;
    try {
      message = PersonalData.read(bytes);
    } catch (MalformedCommand malformed) {
      return;
    }
    assertThat(readAgain(message)).isEqualTo(message);
  }

  private static PersonalMessage readAgain(PersonalMessage message) {
    try {
      return PersonalData.read(PersonalData.write(message));
    } catch (MalformedCommand malformed) {
      throw new AssertionError("what was written can't be read", malformed);
    }
  }
}

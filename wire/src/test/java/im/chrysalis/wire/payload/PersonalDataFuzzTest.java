package im.chrysalis.wire.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.payload.PersonalData.Told;
import java.util.List;

class PersonalDataFuzzTest {
  /** Any bytes are personal data or malformed, and a message is read again as it was. */
  @FuzzTest(maxDuration = "1m")
  void anyBytesArePersonalDataOrMalformed(byte[] bytes) {
    PersonalData data;
    try {
      data = PersonalData.read(bytes);
    } catch (MalformedCommand malformed) {
      return;
    }
    if (data instanceof Told told) {
      assertThat(readAgain(told)).isEqualTo(told);
    }
  }

  @FuzzTest(maxDuration = "1m")
  void anyBytesArePlacesOrMalformed(byte[] bytes) {
    try {
      PersonalData.places(bytes);
    } catch (MalformedCommand expected) {
      // that is what they are
    }
  }

  private static PersonalData readAgain(Told told) {
    try {
      return PersonalData.read(
          PersonalData.write(told.message(), List.of(), Dialect.SPOKEN.getFirst()));
    } catch (MalformedCommand malformed) {
      throw new AssertionError("what was written can't be read", malformed);
    }
  }
}

package im.chrysalis.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand.Fault;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  @Test
  void readsTheVerbInCapitals() throws MalformedCommand {
    assertThat(Words.of("chg 1 NLN").verb()).isEqualTo("CHG");
  }

  @Test
  void readsTransactionIdsUpTo32Bits() throws MalformedCommand {
    assertThat(Words.of("CHG 4294967295").trId()).isEqualTo(new TrId(4_294_967_295L));
    assertFault(Fault.TRANSACTION, () -> Words.of("CHG 4294967296").trId());
    assertFault(Fault.TRANSACTION, () -> Words.of("CHG -1").trId());
    assertFault(Fault.TRANSACTION, () -> Words.of("CHG NLN").trId());
    assertFault(Fault.TRANSACTION, () -> Words.of("CHG").trId());
  }

  @Test
  void findsTheTransactionIdWhereverReadingStands() throws MalformedCommand {
    Words words = Words.of("REM 7 FL");
    words.rest();
    assertThat(words.firstTrId()).contains(new TrId(7));
    assertThat(Words.of("PNG").firstTrId()).isEmpty();
    assertThat(Words.of("NLN AWY").firstTrId()).isEmpty();
  }

  @Test
  void readsAddressesInAnyCaseAndEncoding() throws MalformedCommand {
    assertThat(Words.of("CAL Ben@Example.COM").address())
        .isEqualTo(EmailAddress.of("ben@example.com"));
    assertThat(Words.of("CAL j%C3%B6rg@example.com").address())
        .isEqualTo(EmailAddress.of("jörg@example.com"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ben", "@example.com", "ben@", "a@b@c", "ben%0a@example.com", "a;b@c"})
  void refusesWhatIsNoAddress(String word) {
    assertFault(Fault.ADDRESS, () -> Words.of("CAL " + word).address());
  }

  @ParameterizedTest
  @ValueSource(strings = {"11", "-1", "1x", "99999999999999999999"})
  void refusesNumbersThatAreNoneOrTooHigh(String word) {
    assertFault(Fault.SYNTAX, () -> Words.of("IRO " + word).number("index", 10));
  }

  @Test
  void complainsOfWordsThatAreMissing() throws MalformedCommand {
    Words words = Words.of("CAL");
    assertFault(Fault.SYNTAX, () -> words.word("account"));
    assertFault(Fault.SYNTAX, () -> words.wordAt(0, "account"));
    assertThat(words.optionalWord()).isEmpty();
    assertThat(words.peek()).isEmpty();
    assertThat(words.last()).isEmpty();
  }

  @Test
  void anEmptyLineHasNoWords() {
    assertFault(Fault.SYNTAX, () -> Words.of("   "));
  }

  private static void assertFault(Fault fault, ThrowingCallable reading) {
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(reading)
        .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(fault));
  }
}

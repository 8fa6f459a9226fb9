package im.chrysalis.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.values.EmailAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PasswordGuardTest {
  private static final EmailAddress ANNA = EmailAddress.of("anna@example.test");
  private static final EmailAddress BEN = EmailAddress.of("ben@example.test");
  private static final PasswordGuard.Limits LIMITS =
      new PasswordGuard.Limits(2, 3, Duration.ofMinutes(10), Duration.ofSeconds(2));

  private final AtomicLong nanos = new AtomicLong();
  private final PasswordGuard guard = new PasswordGuard(LIMITS, nanos::get);
  private final InetAddress here = address(198, 51, 100, 1);
  private final InetAddress there = address(198, 51, 100, 2);

  @Test
  void whoGuessesOneAccountsPasswordIsRefusedUntilTheWindowHasPassed() {
    guard.wrong(here, ANNA);
    assertThat(guard.admits(here, ANNA)).isTrue();
    guard.wrong(here, ANNA);

    assertThat(guard.admits(here, ANNA)).isFalse();
    assertThat(guard.admits(here, BEN)).isTrue();
    assertThat(guard.admits(there, ANNA)).as("its owner is somewhere else").isTrue();

    pass(Duration.ofMinutes(10));
    assertThat(guard.admits(here, ANNA)).isTrue();
  }

  @Test
  void aRightPasswordMakesUpForEarlierSlips() {
    guard.wrong(here, ANNA);
    guard.right(here, ANNA);
    guard.wrong(here, ANNA);

    assertThat(guard.admits(here, ANNA)).isTrue();
  }

  @Test
  void whoGuessesManyAccountsPasswordsIsAnsweredSlowly() {
    guard.wrong(here, ANNA);
    guard.wrong(here, BEN);
    assertThat(guard.delay(here)).isEqualTo(Duration.ZERO);
    guard.wrong(here, ANNA);

    assertThat(guard.delay(here)).isEqualTo(Duration.ofSeconds(2));
    assertThat(guard.delay(there)).isEqualTo(Duration.ZERO);
  }

  @Test
  void thisMachineIsNeverAnsweredSlowly() {
    InetAddress loopback = address(127, 0, 0, 1);
    for (int i = 0; i < 10; i++) {
      guard.wrong(loopback, ANNA);
    }

    assertThat(guard.delay(loopback)).isEqualTo(Duration.ZERO);
  }

  @Test
  void otherLimitsHoldAtOnceAlsoForWhatWasCountedBefore() {
    guard.wrong(here, ANNA);
    guard.wrong(here, ANNA);

    guard.limits(new PasswordGuard.Limits(3, 2, Duration.ofMinutes(1), Duration.ofSeconds(5)));
    assertThat(guard.admits(here, ANNA)).isTrue();
    assertThat(guard.delay(here)).isEqualTo(Duration.ofSeconds(5));

    pass(Duration.ofMinutes(1));
    assertThat(guard.delay(here)).isEqualTo(Duration.ZERO);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static InetAddress address(int... bytes) {
    byte[] raw = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      raw[i] = (byte) bytes[i];
    }
    try {
      return InetAddress.getByAddress(raw);
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }
}

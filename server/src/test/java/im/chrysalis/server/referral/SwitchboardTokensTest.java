package im.chrysalis.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.person.SessionId;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.server.referral.SwitchboardTokens.Token;
import im.chrysalis.values.AccountId;
import im.chrysalis.wire.dialect.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SwitchboardTokensTest {
  private static final String HERE = "3fbv8gx59hzka";
  private static final Token TALK =
      new Token(
          new AccountId(10_001),
          new SessionId("1y2p0ij32e8e7", Long.MAX_VALUE),
          Integer.MAX_VALUE,
          Dialect.MSNP18,
          Optional.empty());
  private static final Token LETTERS =
      new Token(
          new AccountId(Long.MAX_VALUE),
          new SessionId("x".repeat(32), 1),
          7,
          Dialect.MSNP7,
          Optional.of(new AccountId(10_002)));

  private final Clock clock = new Clock();
  private final SwitchboardTokens tokens = new SwitchboardTokens(new byte[32], clock);

  @Test
  void aTokenSaysWhatItWasMadeOf() {
    assertThat(tokens.redeem(tokens.issue(TALK, HERE), HERE)).contains(TALK);
    assertThat(tokens.redeem(tokens.issue(LETTERS, HERE), HERE)).contains(LETTERS);
  }

  @Test
  void theLongestIsAWordThatOldClientsTake() {
    assertThat(tokens.issue(LETTERS, HERE)).matches("[A-Za-z0-9_-]{1,127}");
  }

  @Test
  void aTokenHoldsOnceAndAtItsNodeAndNotForLong() {
    String once = tokens.issue(TALK, HERE);
    assertThat(tokens.redeem(once, "")).isEmpty();
    assertThat(tokens.redeem(once, HERE)).isPresent();
    assertThat(tokens.redeem(once, HERE)).isEmpty();
    String old = tokens.issue(TALK, HERE);
    clock.now = clock.now.plus(SwitchboardTokens.LIFETIME).plusMillis(1);
    assertThat(tokens.redeem(old, HERE)).isEmpty();
  }

  @Test
  void whatWasChangedOrMadeElsewhereIsNone() {
    String token = tokens.issue(LETTERS, HERE);
    String changed = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
    assertThat(tokens.redeem(changed, HERE)).isEmpty();
    assertThat(tokens.redeem("no token", HERE)).isEmpty();
    assertThat(tokens.redeem("", HERE)).isEmpty();
    byte[] other = new byte[32];
    other[0] = 1;
    assertThat(new SwitchboardTokens(other, clock).redeem(token, HERE)).isEmpty();
  }

  /** A clock that is set. */
  private static final class Clock implements Timer {
    private Instant now = Instant.parse("2001-10-25T12:00:00Z");

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public Cancel after(Duration delay, Runnable what) {
      throw new UnsupportedOperationException();
    }
  }
}

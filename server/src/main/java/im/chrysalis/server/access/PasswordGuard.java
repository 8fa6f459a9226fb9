package im.chrysalis.server.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import im.chrysalis.values.EmailAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts wrong passwords. Who guesses one account's from one address is refused for a while without
 * another look; who guesses many accounts' from one address is answered slowly. Any thread.
 */
public final class PasswordGuard {
  /** How long a wrong password counts. */
  public static final Duration WINDOW = Duration.ofMinutes(10);

  /** Wrong passwords for one account from one address. */
  public static final int PER_ACCOUNT = 10;

  /** Wrong passwords from one address, whatever the account; this machine's own has no limit. */
  public static final int PER_ADDRESS = 300;

  /** How long an address beyond its limit waits for each answer. */
  public static final Duration PENALTY = Duration.ofSeconds(2);

  private final Cache<Guess, AtomicInteger> perAccount;
  private final Cache<InetAddress, AtomicInteger> perAddress;

  private record Guess(InetAddress from, EmailAddress account) {}

  public PasswordGuard(Ticker ticker) {
    perAccount = Caffeine.newBuilder().expireAfterWrite(WINDOW).ticker(ticker).build();
    perAddress = Caffeine.newBuilder().expireAfterWrite(WINDOW).ticker(ticker).build();
  }

  /** Whether a password for the account may be looked at. */
  public boolean admits(InetAddress from, EmailAddress account) {
    AtomicInteger wrong = perAccount.getIfPresent(new Guess(from, account));
    return wrong == null || wrong.get() < PER_ACCOUNT;
  }

  /** How long an answer to the address must wait. */
  public Duration delay(InetAddress from) {
    AtomicInteger wrong = perAddress.getIfPresent(from);
    return wrong == null || wrong.get() < PER_ADDRESS || from.isLoopbackAddress()
        ? Duration.ZERO
        : PENALTY;
  }

  /** A password was wrong. */
  public void wrong(InetAddress from, EmailAddress account) {
    perAccount.get(new Guess(from, account), _ -> new AtomicInteger()).incrementAndGet();
    perAddress.get(from, _ -> new AtomicInteger()).incrementAndGet();
  }

  /** A password was right: earlier slips do not count any more. */
  public void right(InetAddress from, EmailAddress account) {
    perAccount.invalidate(new Guess(from, account));
  }
}

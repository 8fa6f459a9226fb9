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
  /**
   * How many wrong passwords are borne.
   *
   * @param perAccount for one account from one address; more are refused without another look
   * @param perAddress from one address, whatever the account; more are answered slowly. This
   *     machine's own address has no limit
   * @param window how long a wrong password counts
   * @param delay how long an address beyond its limit waits for each answer
   */
  public record Limits(int perAccount, int perAddress, Duration window, Duration delay) {
    public static final Limits DEFAULT =
        new Limits(10, 300, Duration.ofMinutes(10), Duration.ofSeconds(2));
  }

  private final Cache<Guess, AtomicInteger> perAccount;
  private final Cache<InetAddress, AtomicInteger> perAddress;
  private volatile Limits limits;

  private record Guess(InetAddress from, EmailAddress account) {}

  public PasswordGuard(Limits limits, Ticker ticker) {
    this.limits = limits;
    perAccount = Caffeine.newBuilder().expireAfterWrite(limits.window()).ticker(ticker).build();
    perAddress = Caffeine.newBuilder().expireAfterWrite(limits.window()).ticker(ticker).build();
  }

  /** Other limits from now on; what was counted stays. */
  public void limits(Limits others) {
    limits = others;
    expire(perAccount, others.window());
    expire(perAddress, others.window());
  }

  private static void expire(Cache<?, ?> counts, Duration window) {
    counts.policy().expireAfterWrite().orElseThrow().setExpiresAfter(window);
  }

  /** Whether a password for the account may be looked at. */
  public boolean admits(InetAddress from, EmailAddress account) {
    AtomicInteger wrong = perAccount.getIfPresent(new Guess(from, account));
    return wrong == null || wrong.get() < limits.perAccount();
  }

  /** How long an answer to the address must wait. */
  public Duration delay(InetAddress from) {
    AtomicInteger wrong = perAddress.getIfPresent(from);
    Limits now = limits;
    return wrong == null || wrong.get() < now.perAddress() || from.isLoopbackAddress()
        ? Duration.ZERO
        : now.delay();
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

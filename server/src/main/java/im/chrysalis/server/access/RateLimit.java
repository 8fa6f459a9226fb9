package im.chrysalis.server.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import im.chrysalis.values.AccountId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** How often an account may do something in a minute. Any thread. */
public final class RateLimit {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Cache<AccountId, AtomicInteger> counts;
  private final IntSupplier most;

  /**
   * A limit.
   *
   * @param most how often in a minute, asked anew each time
   */
  public RateLimit(IntSupplier most, Ticker ticker) {
    this.most = most;
    counts = Caffeine.newBuilder().expireAfterWrite(WINDOW).ticker(ticker).build();
  }

  /** Counts one, and says whether it is still within the limit. */
  public boolean admits(AccountId account) {
    return counts.get(account, _ -> new AtomicInteger()).incrementAndGet() <= most.getAsInt();
  }
}

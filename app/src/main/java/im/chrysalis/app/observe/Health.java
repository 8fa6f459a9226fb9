package im.chrysalis.app.observe;

import im.chrysalis.app.operate.Lines;
import im.chrysalis.domain.account.Accounts;
import im.chrysalis.values.EmailAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /healthz}: whether clients should be sent here. */
public final class Health implements Page {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final EmailAddress NOBODY = new EmailAddress("nobody@healthz.invalid");

  private volatile Phase phase = new Phase.Starting();

  private sealed interface Phase {
    record Starting() implements Phase {}

    record Serving(Accounts accounts) implements Phase {}

    record Draining() implements Phase {}
  }

  /** Everything listens. */
  public void serving(Accounts accounts) {
    phase = new Phase.Serving(accounts);
  }

  /** The server goes down: no new clients, please. */
  public void draining() {
    phase = new Phase.Draining();
  }

  @Override
  public Content render() {
    return switch (phase) {
      case Phase.Starting _ -> content(503, Map.of("status", "starting"));
      case Phase.Draining _ -> content(503, Map.of("status", "draining"));
      case Phase.Serving(var accounts) -> {
        boolean answers = answers(accounts);
        Map<String, String> states = new LinkedHashMap<>();
        states.put("status", answers ? "ok" : "failing");
        states.put("store", answers ? "ok" : "failing");
        yield content(answers ? 200 : 503, states);
      }
    };
  }

  private static boolean answers(Accounts accounts) {
    try {
      accounts
          .byAddress(NOBODY)
          .toCompletableFuture()
          .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .join();
      return true;
    } catch (CompletionException | CancellationException fault) {
      LOG.warn("the store does not answer: {}", fault.toString());
      return false;
    }
  }

  private static Content content(int status, Map<String, String> states) {
    return Content.of(status, "application/json", Lines.line(states) + "\n");
  }
}

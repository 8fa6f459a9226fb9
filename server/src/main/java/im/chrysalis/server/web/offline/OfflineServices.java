package im.chrysalis.server.web.offline;

import im.chrysalis.domain.account.Accounts;
import im.chrysalis.domain.offline.OfflineMessages;
import im.chrysalis.domain.person.People;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.net.http.HttpService;
import im.chrysalis.server.access.RateLimit;
import im.chrysalis.server.web.Visitors;
import im.chrysalis.server.web.Waiting;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** Both services for offline messages, ready to be put behind their paths. */
public final class OfflineServices {
  /** Where messages are left; compared without regard to case. */
  public static final String SEND = "/OimWS/oim.asmx";

  /** Where they are fetched. */
  public static final String FETCH = "/rsi/rsi.asmx";

  private final Map<String, HttpService> routes;

  /**
   * The services.
   *
   * @param visitors says who asks
   * @param limit how often in a minute an account may leave a message
   * @param strictChallenge whether programs must answer the challenge with the right key, asked
   *     anew each time
   * @param timer says when a message is left
   * @param workers runs each request on a thread that may wait, such as a virtual one
   */
  public OfflineServices(
      Accounts accounts,
      People people,
      OfflineMessages messages,
      Visitors visitors,
      RateLimit limit,
      BooleanSupplier strictChallenge,
      Timer timer,
      Executor workers) {
    SendService send =
        new SendService(accounts, people, visitors, new LockKey(strictChallenge), limit, timer);
    MailService fetch = new MailService(people, messages, visitors);
    routes =
        Map.of(
            SEND,
            Waiting.service(send::answer, workers),
            FETCH,
            Waiting.service(fetch::answer, workers));
  }

  /** Services by path; all of them are asked by {@code POST}. */
  public Map<String, HttpService> routes() {
    return routes;
  }
}

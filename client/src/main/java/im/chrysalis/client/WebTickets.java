package im.chrysalis.client;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Tickets of the network's own services, at the first place where there are any. */
final class WebTickets implements TicketSource {
  /** How policies begin that want a secret with the ticket. */
  private static final String WITH_SECRET = "MBI";

  private final Web web;
  private final Way passport;
  private final Way tokens;

  /** How a place is asked. */
  interface Way {
    Result ask(ServerAddress place, Credentials credentials, String parameters)
        throws IOException, InterruptedException;
  }

  WebTickets(Web web) {
    this.web = web;
    passport = new Passport(web);
    tokens = new SecurityTokens(web);
  }

  @Override
  public CompletionStage<Result> ticket(Credentials credentials, String parameters) {
    Way way = parameters.startsWith(WITH_SECRET) ? tokens : passport;
    return Web.later("ticket-" + credentials.account(), () -> ask(way, credentials, parameters));
  }

  private Result ask(Way way, Credentials credentials, String parameters) {
    Optional<Failure> why = web.beginAnew();
    if (why.isPresent()) {
      return new Result.Refused(why.get());
    }
    List<ServerAddress> places = web.places();
    Result first = ask(way, places.getFirst(), credentials, parameters);
    Result last = first;
    for (int i = 1; i < places.size() && isElsewhere(last); i++) {
      last = ask(way, places.get(i), credentials, parameters);
    }
    return isElsewhere(last) ? first : last;
  }

  private Result ask(Way way, ServerAddress place, Credentials credentials, String parameters) {
    try {
      Result result = way.ask(place, credentials, parameters);
      if (!isElsewhere(result)) {
        web.found(place);
      }
      return result;
    } catch (IOException fault) {
      return new Result.Refused(Web.meaning(fault, place));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Result.Refused(new Failure.SignedOut());
    }
  }

  /** Whether that place is not where the network's services are. */
  private static boolean isElsewhere(Result result) {
    return result instanceof Result.Refused(var why)
        && !(why instanceof Failure.WrongPassword)
        && !(why instanceof Failure.WebBusy);
  }
}

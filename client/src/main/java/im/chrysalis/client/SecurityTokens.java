package im.chrysalis.client;

import im.chrysalis.client.web.TokenCall;
import im.chrysalis.client.web.Tokens;
import im.chrysalis.wire.xml.MalformedXml;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tickets with a secret, as clients since MSNP15 get them: by SOAP, in the older form where there
 * is a service for it, or else in the newer one.
 *
 * @see <a href="../../../../../../../docs/protocol/passport.md">docs/protocol/passport.md</a>
 */
final class SecurityTokens implements WebTickets.Way {
  private static final int MOST_REDIRECTIONS = 3;

  private final Web web;

  SecurityTokens(Web web) {
    this.web = web;
  }

  @Override
  public TicketSource.Result ask(ServerAddress place, Credentials credentials, String policy)
      throws IOException, InterruptedException {
    TicketSource.Result last =
        new TicketSource.Result.Refused(new Failure.NotUnderstood("no token service"));
    for (TokenCall version : TokenCall.VERSIONS) {
      last = ask(version, place, credentials, policy);
      if (!(last instanceof TicketSource.Result.Refused(Failure.NotUnderstood _))) {
        return last;
      }
    }
    return last;
  }

  private TicketSource.Result ask(
      TokenCall version, ServerAddress place, Credentials credentials, String policy)
      throws IOException, InterruptedException {
    var call = version.of(credentials.account(), credentials.password(), policy, Instant.now());
    URI where = URI.create("https://" + place + call.path());
    for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
      HttpResponse<byte[]> answer = web.post(where, call);
      Tokens tokens;
      try {
        tokens = Tokens.read(answer.body());
      } catch (MalformedXml none) {
        return new TicketSource.Result.Refused(Web.misunderstood(answer, place));
      }
      Optional<URI> elsewhere = Optional.empty();
      switch (tokens) {
        case Tokens.Given given -> {
          return ticket(given);
        }
        case Tokens.WrongPassword _ -> {
          return new TicketSource.Result.Refused(new Failure.WrongPassword(credentials.account()));
        }
        case Tokens.Refused(var why) -> {
          return new TicketSource.Result.Refused(new Failure.NotUnderstood("no ticket: " + why));
        }
        case Tokens.Elsewhere(var address) -> elsewhere = Web.secure(address);
      }
      if (elsewhere.isEmpty()) {
        return new TicketSource.Result.Refused(Web.misunderstood(answer, place));
      }
      where = elsewhere.get();
    }
    return new TicketSource.Result.Refused(
        new Failure.NotUnderstood("a token service that is always elsewhere"));
  }

  private static TicketSource.Result ticket(Tokens.Given given) {
    Map<String, String> others = new HashMap<>(given.bySite());
    String text = others.getOrDefault(TokenCall.MESSENGER, "");
    return new TicketSource.Result.Ticket(text, given.secret().orElse(""), others);
  }
}

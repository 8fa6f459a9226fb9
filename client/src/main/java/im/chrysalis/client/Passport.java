package im.chrysalis.client;

import im.chrysalis.wire.EncodedText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tickets as clients from MSNP8 to MSNP12 get them (Passport 1.4).
 *
 * <pre>
 * GET /rdr/pprdr.asp   ->  PassportURLs: ...,DALogin=HOST/login2.srf,...
 * GET /login2.srf      ->  Authentication-Info: ...,from-PP='t=...&amp;p=...'
 *   with the password      or 401
 * </pre>
 *
 * @see <a href="../../../../../../../docs/protocol/passport.md">docs/protocol/passport.md</a>
 */
final class Passport implements WebTickets.Way {
  private static final String NEXUS = "/rdr/pprdr.asp";
  private static final int MOST_REDIRECTIONS = 3;
  private static final Pattern LOGIN =
      Pattern.compile("(?:^|,)\\s*DALogin=(?:https://)?([^/,\\s]+)(/[^,\\s]*)");
  private static final Pattern TICKET = Pattern.compile("from-PP='([^'\\s]+)'");

  /** What a nexus says to whom it can't name its own host: the services are where it is. */
  private static final String OLD_LOGIN_HOST = "login.passport.com";

  private final Web web;

  Passport(Web web) {
    this.web = web;
  }

  @Override
  public TicketSource.Result ask(ServerAddress place, Credentials credentials, String parameters)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> nexus =
        web.send(Web.request(URI.create("https://" + place + NEXUS)).build());
    Optional<URI> login =
        nexus.headers().firstValue("PassportURLs").flatMap(it -> login(it, place));
    return login.isPresent()
        ? logIn(place, login.get(), credentials, proof(credentials, parameters))
        : new TicketSource.Result.Refused(Web.misunderstood(nexus, place));
  }

  private static String proof(Credentials credentials, String parameters) {
    return "Passport1.4 OrgVerb=GET,OrgURL=http%3A%2F%2Fmessenger%2Emsn%2Ecom,sign-in="
        + EncodedText.strict(credentials.account().text())
        + ",pwd="
        + EncodedText.strict(credentials.password())
        + ","
        + parameters;
  }

  private TicketSource.Result logIn(
      ServerAddress place, URI login, Credentials credentials, String proof)
      throws IOException, InterruptedException {
    URI where = login;
    for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
      HttpResponse<byte[]> answer =
          web.send(Web.request(where).header("Authorization", proof).build());
      if (answer.statusCode() == 401) {
        return new TicketSource.Result.Refused(new Failure.WrongPassword(credentials.account()));
      }
      Optional<URI> elsewhere = answer.headers().firstValue("Location").flatMap(Web::secure);
      if (answer.statusCode() != 302 || elsewhere.isEmpty()) {
        return ticket(answer)
            .<TicketSource.Result>map(TicketSource.Result.Ticket::new)
            .orElseGet(() -> new TicketSource.Result.Refused(Web.misunderstood(answer, place)));
      }
      where = elsewhere.get();
    }
    return new TicketSource.Result.Refused(
        new Failure.NotUnderstood("a login that is always elsewhere"));
  }

  private static Optional<URI> login(String passportUrls, ServerAddress place) {
    Matcher login = LOGIN.matcher(passportUrls);
    if (!login.find()) {
      return Optional.empty();
    }
    String host = login.group(1).equals(OLD_LOGIN_HOST) ? place.toString() : login.group(1);
    return Web.secure("https://" + host + login.group(2));
  }

  private static Optional<String> ticket(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Authentication-Info")
        .map(TICKET::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }
}

package im.chrysalis.client;

import im.chrysalis.wire.EncodedText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;

/**
 * Tickets of the network's own services, as clients from MSNP8 to MSNP12 get them (Passport 1.4).
 * Waits for answers on a thread of its own.
 *
 * <pre>
 * GET /rdr/pprdr.asp   ->  PassportURLs: ...,DALogin=HOST/login2.srf,...
 * GET /login2.srf      ->  Authentication-Info: ...,from-PP='t=...&amp;p=...'
 *   with the password      or 401
 * </pre>
 *
 * @see <a href="../../../../../../../docs/protocol/passport.md">docs/protocol/passport.md</a>
 */
final class Passport implements TicketSource {
  private static final String NEXUS = "/rdr/pprdr.asp";
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int MOST_REDIRECTIONS = 3;
  private static final Pattern LOGIN =
      Pattern.compile("(?:^|,)\\s*DALogin=(?:https://)?([^/,\\s]+)(/[^,\\s]*)");
  private static final Pattern TICKET = Pattern.compile("from-PP='([^'\\s]+)'");

  /** What a nexus says to whom it can't name its own host: the services are where it is. */
  private static final String OLD_LOGIN_HOST = "login.passport.com";

  private final List<ServerAddress> places;
  private final Optional<Path> authorities;

  /** The services at the first of these places where there are any. */
  Passport(List<ServerAddress> places, Optional<Path> authorities) {
    this.places = places;
    this.authorities = authorities;
  }

  @Override
  public CompletionStage<Result> ticket(Credentials credentials, String parameters) {
    return CompletableFuture.supplyAsync(
        () -> ask(credentials, parameters),
        task -> Thread.ofVirtual().name("ticket-" + credentials.account()).start(task));
  }

  private Result ask(Credentials credentials, String parameters) {
    try (HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .sslContext(Trust.in(authorities))
            .executor(task -> Thread.ofVirtual().start(task))
            .build()) {
      String proof = proof(credentials, parameters);
      Result first = ask(http, places.getFirst(), credentials, proof);
      Result last = first;
      for (int i = 1; i < places.size() && isElsewhere(last); i++) {
        last = ask(http, places.get(i), credentials, proof);
      }
      return isElsewhere(last) ? first : last;
    } catch (IOException | GeneralSecurityException fault) {
      return new Result.Refused(
          new Failure.NoCertificates(
              authorities.orElse(Path.of("")), String.valueOf(fault.getMessage())));
    }
  }

  /** Whether that place is not where the network's services are. */
  private static boolean isElsewhere(Result result) {
    return result instanceof Result.Refused(var why)
        && !(why instanceof Failure.WrongPassword)
        && !(why instanceof Failure.WebBusy);
  }

  private static String proof(Credentials credentials, String parameters) {
    return "Passport1.4 OrgVerb=GET,OrgURL=http%3A%2F%2Fmessenger%2Emsn%2Ecom,sign-in="
        + EncodedText.strict(credentials.account().text())
        + ",pwd="
        + EncodedText.strict(credentials.password())
        + ","
        + parameters;
  }

  private Result ask(HttpClient http, ServerAddress place, Credentials credentials, String proof) {
    try {
      HttpResponse<Void> nexus =
          http.send(get(URI.create("https://" + place + NEXUS)).build(), BodyHandlers.discarding());
      Optional<URI> login =
          nexus.headers().firstValue("PassportURLs").flatMap(it -> login(it, place));
      return login.isPresent()
          ? logIn(http, place, login.get(), credentials, proof)
          : new Result.Refused(misunderstood(nexus, place));
    } catch (IOException fault) {
      return new Result.Refused(meaning(fault, place));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Result.Refused(new Failure.SignedOut());
    }
  }

  private Result logIn(
      HttpClient http, ServerAddress place, URI login, Credentials credentials, String proof)
      throws IOException, InterruptedException {
    URI where = login;
    for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
      HttpResponse<Void> answer =
          http.send(get(where).header("Authorization", proof).build(), BodyHandlers.discarding());
      if (answer.statusCode() == 401) {
        return new Result.Refused(new Failure.WrongPassword(credentials.account()));
      }
      Optional<URI> elsewhere = answer.headers().firstValue("Location").flatMap(Passport::secure);
      if (answer.statusCode() != 302 || elsewhere.isEmpty()) {
        return ticket(answer)
            .<Result>map(Result.Ticket::new)
            .orElseGet(() -> new Result.Refused(misunderstood(answer, place)));
      }
      where = elsewhere.get();
    }
    return new Result.Refused(new Failure.NotUnderstood("a login that is always elsewhere"));
  }

  private static HttpRequest.Builder get(URI where) {
    return HttpRequest.newBuilder(where).timeout(PATIENCE).header("User-Agent", "Chrysalis");
  }

  private static Optional<URI> login(String passportUrls, ServerAddress place) {
    Matcher login = LOGIN.matcher(passportUrls);
    if (!login.find()) {
      return Optional.empty();
    }
    String host = login.group(1).equals(OLD_LOGIN_HOST) ? place.toString() : login.group(1);
    return secure("https://" + host + login.group(2));
  }

  /** An address to which a password may go. */
  private static Optional<URI> secure(String text) {
    try {
      URI address = URI.create(text);
      return "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null
          ? Optional.of(address)
          : Optional.empty();
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static Optional<String> ticket(HttpResponse<Void> answer) {
    return answer
        .headers()
        .firstValue("Authentication-Info")
        .map(TICKET::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }

  private static Failure misunderstood(HttpResponse<Void> answer, ServerAddress place) {
    return answer.statusCode() == 503
        ? new Failure.WebBusy(place)
        : new Failure.NotUnderstood(
            "the answer " + answer.statusCode() + " of " + place + " is none of a login service");
  }

  private static Failure meaning(IOException fault, ServerAddress place) {
    return switch (fault) {
      case SSLHandshakeException it ->
          new Failure.Untrusted(place, String.valueOf(it.getMessage()));
      case HttpTimeoutException _ -> new Failure.Unreachable(place, "no answer in time");
      case ConnectException it when isUnresolved(it) ->
          new Failure.Unreachable(place, "no such host");
      case ConnectException _ -> new Failure.Unreachable(place, "nobody listens there");
      default -> new Failure.Unreachable(place, String.valueOf(fault.getMessage()));
    };
  }

  private static boolean isUnresolved(Throwable fault) {
    return fault instanceof UnresolvedAddressException
        || (fault.getCause() != null && isUnresolved(fault.getCause()));
  }
}

package im.chrysalis.server.web.passport;

import im.chrysalis.domain.account.Ticket;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.net.http.HttpService;
import im.chrysalis.server.web.passport.TicketOffice.Outcome;
import im.chrysalis.wire.xml.MalformedXml;
import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /RST.srf} and {@code POST /RST2.srf}: tokens for a password, by SOAP. Content types
 * and actions differ from client to client and do not matter.
 */
final class TokenService implements HttpService {
  private static final Logger LOG = LoggerFactory.getLogger(TokenService.class);

  private final TokenVersion version;
  private final TicketOffice office;
  private final TicketRenewal renewal;
  private final Timer timer;

  TokenService(TokenVersion version, TicketOffice office, TicketRenewal renewal, Timer timer) {
    this.version = version;
    this.office = office;
    this.renewal = renewal;
    this.timer = timer;
  }

  @Override
  public CompletionStage<HttpResponse> answer(HttpRequest request) {
    InetAddress client = request.remote().getAddress();
    TokenRequest wish;
    try {
      wish = TokenRequest.read(body(request));
    } catch (MalformedXml malformed) {
      LOG.debug(
          "event=token-request-malformed remote={} why={}",
          client.getHostAddress(),
          malformed.getMessage());
      return CompletableFuture.completedStage(said(answer().malformed()));
    }
    return wish.renewal()
        .map(token -> renewal.renew(token, wish.wanted(), client, version).thenApply(this::said))
        .orElseGet(() ->
            office
                .issue(wish.name(), wish.password(), client, version.mechanism())
                .thenApply(outcome -> answer(outcome, wish, client)));
  }

  private static byte[] body(HttpRequest request) throws MalformedXml {
    if (request.body().length > PassportServices.MOST_BODY) {
      throw new MalformedXml("too long");
    }
    return request.body();
  }

  private HttpResponse answer(Outcome outcome, TokenRequest wish, InetAddress client) {
    return switch (outcome) {
      case Outcome.Issued(Ticket ticket) -> said(answer().issued(ticket, wish.wanted(), client));
      case Outcome.Refused(String sentence) -> said(answer().refused(sentence));
      case Outcome.Busy _ -> Answers.BUSY;
    };
  }

  private TokenAnswer answer() {
    return new TokenAnswer(version, timer.now());
  }

  /**
   * Faults are sent with 200, too.
   *
   * <p>COMPAT BitlBee 1.2.8, Miranda: look for a fault in no other answer.
   */
  private HttpResponse said(String envelope) {
    return HttpResponse.ok(version.contentType(), envelope);
  }
}

package im.chrysalis.server.web.passport;

import im.chrysalis.domain.account.Ticket;
import im.chrysalis.domain.account.Ticket.Mechanism;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.net.http.HttpService;
import im.chrysalis.server.web.passport.TicketOffice.Outcome;
import im.chrysalis.wire.EncodedText;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code GET /login2.srf}: Passport 1.4, a ticket for the password in the head of a request. */
final class Login implements HttpService {
  static final String PATH = "/login2.srf";

  private final TicketOffice office;

  Login(TicketOffice office) {
    this.office = office;
  }

  @Override
  public CompletionStage<HttpResponse> answer(HttpRequest request) {
    return request
        .field("Authorization")
        .flatMap(PassportHeader::read)
        .map(header ->
            office
                .issue(
                    header.signIn(),
                    header.password(),
                    request.remote().getAddress(),
                    Mechanism.NEXUS)
                .thenApply(Login::answer))
        .orElseGet(() -> CompletableFuture.completedStage(refused("No address and password.")));
  }

  private static HttpResponse answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Issued(Ticket ticket) -> issued(ticket);
      case Outcome.Refused(String sentence) -> refused(sentence);
      case Outcome.Busy _ -> Answers.BUSY;
    };
  }

  /** COMPAT aMSN: quotes around the ticket, and no blank behind a comma. */
  private static HttpResponse issued(Ticket ticket) {
    return HttpResponse.of(200, "OK")
        .with("Content-Type", "text/html")
        .with(
            "Authentication-Info",
            "Passport1.4 da-status=success,tname=MSPAuth,tname=MSPProf,tname=MSPSec,from-PP='"
                + ticket.text()
                + "',ru=http://messenger.msn.com");
  }

  private static HttpResponse refused(String sentence) {
    return HttpResponse.of(401, "Unauthorized")
        .with(
            "WWW-Authenticate",
            "Passport1.4 da-status=failed,srealm=Passport.NET,ts=-3,prompt,cbtxt="
                + EncodedText.strict(sentence));
  }
}

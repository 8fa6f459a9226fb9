package im.chrysalis.server.web.passport;

import im.chrysalis.domain.account.Ticket;
import im.chrysalis.domain.account.Ticket.Mechanism;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.net.http.HttpService;
import im.chrysalis.server.web.passport.TicketOffice.Outcome;
import java.util.concurrent.CompletionStage;

/**
 * {@code POST /NotRST.srf}: what a replacement of the official client's own library asks. Its
 * tickets come without secrets, so they are good without proof.
 */
final class NotRst implements HttpService {
  private final TicketOffice office;

  NotRst(TicketOffice office) {
    this.office = office;
  }

  @Override
  public CompletionStage<HttpResponse> answer(HttpRequest request) {
    return office
        .issue(
            request.field("X-User").orElse(""),
            request.field("X-Password").orElse(""),
            request.remote().getAddress(),
            Mechanism.NOT_RST)
        .thenApply(NotRst::answer);
  }

  private static HttpResponse answer(Outcome outcome) {
    HttpResponse nothing = HttpResponse.of(200, "OK");
    return switch (outcome) {
      case Outcome.Issued(Ticket ticket) -> nothing.with("X-Token", ticket.id().word());
      case Outcome.Refused _ -> nothing;
      case Outcome.Busy _ -> Answers.BUSY;
    };
  }
}

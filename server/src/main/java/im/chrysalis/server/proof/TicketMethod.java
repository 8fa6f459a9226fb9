package im.chrysalis.server.proof;

import im.chrysalis.domain.account.Tickets;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.server.proof.Proven.Shown;
import im.chrysalis.values.EmailAddress;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;

/**
 * MSNP8 to MSNP14: a ticket of the Passport service. What the client is asked are the parameters
 * that it hands on to that service, which needs none of them.
 *
 * @see <a href="../../../../../../../../docs/protocol/sign-in.md#twn">docs/protocol/sign-in.md</a>
 */
public final class TicketMethod implements Method {
  private final Tickets tickets;
  private final Timer timer;

  public TicketMethod(Tickets tickets, Timer timer) {
    this.tickets = tickets;
    this.timer = timer;
  }

  @Override
  public String name() {
    return "TWN";
  }

  @Override
  public CompletionStage<Question> ask(EmailAddress account) {
    return CompletableFuture.completedFuture(new Asked(tickets, account, parameters()));
  }

  /** One word, pairs with commas between them: clients take it apart at both. */
  private String parameters() {
    byte[] random = new byte[16];
    ThreadLocalRandom.current().nextBytes(random); // says nothing and is checked by nobody
    return "ct="
        + timer.now().getEpochSecond()
        + ",rver=5.5.4177.0,wp=FS_40SEC_0_COMPACT,lc=1033,id=507"
        + ",ru=http:%2F%2Fmessenger.msn.com,tw=0,kpp=1,kv=4,ver=2.1.6000.1,tpf="
        + HexFormat.of().formatHex(random);
  }

  private record Asked(Tickets tickets, EmailAddress account, String words) implements Question {
    @Override
    public CompletionStage<Optional<Proven>> answer(List<String> proofs, InetAddress from) {
      return tickets
          .find(proofs.getFirst())
          .thenApply(found ->
              found
                  .filter(ticket -> ticket.account().card().address().equals(account))
                  .map(ticket ->
                      new Proven(
                          ticket.account().card().id(),
                          Optional.of(new Shown(ticket.id(), ticket.text())),
                          Optional.empty())));
    }
  }
}

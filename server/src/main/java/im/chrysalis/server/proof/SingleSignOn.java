package im.chrysalis.server.proof;

import im.chrysalis.domain.account.Ticket;
import im.chrysalis.domain.account.Ticket.Mechanism;
import im.chrysalis.domain.account.Tickets;
import im.chrysalis.server.proof.Proven.Shown;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.challenge.TicketProof;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Since MSNP15: a ticket, and the proof that the client was told the ticket's secret.
 *
 * @see <a href="../../../../../../../../docs/protocol/sign-in.md#sso">docs/protocol/sign-in.md</a>
 */
public final class SingleSignOn implements Method {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The policy under which a client shall ask for its ticket. */
  private static final String POLICY = "MBI_KEY_OLD";

  private final Tickets tickets;

  public SingleSignOn(Tickets tickets) {
    this.tickets = tickets;
  }

  @Override
  public String name() {
    return "SSO";
  }

  @Override
  public CompletionStage<Question> ask(EmailAddress account) {
    return CompletableFuture.completedFuture(
        new Asked(tickets, account, TicketProof.freshNonce(RANDOM)));
  }

  private record Asked(Tickets tickets, EmailAddress account, String nonce) implements Question {
    @Override
    public String words() {
      return POLICY + " " + nonce;
    }

    /** The ticket, the proof, and since MSNP16 the place. */
    @Override
    public CompletionStage<Optional<Proven>> answer(List<String> proofs, InetAddress from) {
      Optional<String> proof = proofs.size() > 1 ? Optional.of(proofs.get(1)) : Optional.empty();
      Optional<EndpointId> place =
          proofs.stream().skip(1).flatMap(word -> EndpointId.parse(word).stream()).findFirst();
      return tickets
          .find(proofs.getFirst())
          .thenApply(found ->
              found
                  .filter(ticket -> ticket.account().card().address().equals(account))
                  .filter(ticket -> isProven(ticket, proof))
                  .map(ticket ->
                      new Proven(
                          ticket.account().card().id(),
                          Optional.of(new Shown(ticket.id(), ticket.text())),
                          place)));
    }

    /** COMPAT a replaced client library: it knows no secrets, and its tickets hold without. */
    private boolean isProven(Ticket ticket, Optional<String> proof) {
      return ticket.mechanism() == Mechanism.NOT_RST
          || proof
              .filter(word -> TicketProof.matches(word, ticket.proof().bytes(), nonce))
              .isPresent();
    }
  }
}

package im.chrysalis.bench.toy;

import im.chrysalis.bench.load.Ticket;
import im.chrysalis.bench.load.TicketProof;
import im.chrysalis.bench.toy.ToyAccounts.ToyAccount;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Tickets that were given out, and to whom. */
final class ToyTickets {
  private final AtomicInteger counter = new AtomicInteger();
  private final Map<String, Given> given = new ConcurrentHashMap<>();

  private record Given(ToyAccount account, Ticket ticket) {}

  Ticket give(ToyAccount account) {
    byte[] secret = new byte[24];
    Arrays.fill(secret, (byte) counter.incrementAndGet());
    Ticket ticket = new Ticket("t=" + counter.get() + "&p=1", secret);
    given.put(ticket.text(), new Given(account, ticket));
    return ticket;
  }

  boolean isOf(ToyAccount account, String text) {
    Given found = given.get(text);
    return found != null && found.account().equals(account);
  }

  boolean isProven(String text, String nonce, String proof) {
    return TicketProof.of(given.get(text).ticket().secret(), nonce).equals(proof);
  }
}

package im.chrysalis.bench.scenario;

import im.chrysalis.bench.load.Account;
import im.chrysalis.bench.load.LoadFailed;
import im.chrysalis.bench.load.Passport;
import im.chrysalis.bench.load.Script;
import im.chrysalis.bench.load.Ticket;
import im.chrysalis.bench.load.WebConnection;
import im.chrysalis.bench.process.CannotMeasure;
import im.chrysalis.bench.process.ServerProcess;
import im.chrysalis.bench.report.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Signing in with a ticket that was fetched before, and leaving again; and, in rows of its own,
 * what it costs to fetch one.
 *
 * @param office where tickets are fetched
 * @param clients whose sign-ins are measured
 */
record TicketScenario(String name, Passport office, List<Client> clients) implements Scenario {

  /** A version of MSNP, and how its clients sign in. */
  record Client(String dialect, Entrance entrance) {}

  /** How somebody who has a ticket signs in. */
  interface Entrance {
    Script with(Account account, Ticket ticket);
  }

  /** MSNP8 to MSNP12: {@code USR TWN}. */
  static TicketScenario ticket() {
    return new TicketScenario(
        "ticket", Passport.LOGIN2, List.of(withTicket("MSNP9"), withTicket("MSNP12")));
  }

  /** MSNP15: {@code USR SSO}. */
  static TicketScenario sso() {
    return new TicketScenario(
        "sso", Passport.RST, List.of(new Client("MSNP15", Script::withProof)));
  }

  private static Client withTicket(String dialect) {
    return new Client(dialect, (account, ticket) -> Script.withTicket(dialect, account, ticket));
  }

  @Override
  public List<Result> measure(Lab lab) throws IOException, CannotMeasure, LoadFailed {
    Crowd crowd = lab.smallCrowd();
    List<Result> results = new ArrayList<>();
    try (ServerProcess server = lab.server(crowd)) {
      lab.progress().say("%s: fetching %,d tickets", name, crowd.people());
      List<Ticket> tickets = tickets(crowd, server);
      for (Client client : clients) {
        results.add(
            new ComingAndGoing(
                    name,
                    client.dialect(),
                    n -> client.entrance().with(crowd.person(n), tickets.get(n % crowd.people())))
                .measure(lab, server));
      }
      results.addAll(new Fetching(name, office, crowd).measure(lab, server));
    }
    return results;
  }

  private List<Ticket> tickets(Crowd crowd, ServerProcess server) throws IOException, LoadFailed {
    List<Ticket> tickets = new ArrayList<>();
    try (WebConnection web = WebConnection.secure(server.https())) {
      for (int i = 0; i < crowd.people(); i++) tickets.add(office.fetch(web, crowd.person(i)));
    }
    return tickets;
  }
}

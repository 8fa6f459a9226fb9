package im.chrysalis.store;

import static im.chrysalis.store.Neighbours.address;
import static im.chrysalis.store.Neighbours.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Ticket;
import im.chrysalis.domain.account.Ticket.Mechanism;
import im.chrysalis.domain.account.TicketId;
import im.chrysalis.domain.account.Tickets;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.values.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TicketsTest extends OnEveryDatabase {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-02T03:04:05.678Z"));
  private Account anna;

  @BeforeEach
  void atAKnownTime() {
    options = options.withClock(now::get);
    reopen();
    anna = people.join("anna");
  }

  private Ticket issue(Account to) {
    return await(store.tickets().issue(to.card().id(), Mechanism.RST)).orElseThrow();
  }

  private Optional<Ticket> find(Ticket ticket) {
    return await(store.tickets().find(ticket.text()));
  }

  private void pass(Duration time) {
    now.updateAndGet(it -> it.plus(time));
  }

  @Test
  void aTicketIsKnownAgainAlsoAfterARestart() {
    Ticket ticket = issue(anna);
    assertThat(ticket.account()).isEqualTo(anna);
    assertThat(ticket.expires()).isEqualTo(Instant.parse("2026-01-03T03:04:05Z"));
    assertThat(ticket.proof()).isNotEqualTo(ticket.renewal());
    assertThat(ticket.proof().bytes()).hasSize(24);
    assertThat(find(ticket)).contains(ticket);
    reopen();
    assertThat(find(ticket)).contains(ticket);
  }

  @Test
  void eachTicketIsAnotherAndKeepsHowItWasGot() {
    for (Mechanism mechanism : Mechanism.values()) {
      Ticket ticket = await(store.tickets().issue(anna.card().id(), mechanism)).orElseThrow();
      assertThat(find(ticket).orElseThrow().mechanism()).isEqualTo(mechanism);
    }
    assertThat(issue(anna).id()).isNotEqualTo(issue(anna).id());
  }

  @Test
  void anUnknownTicketIsNone() {
    assertThat(await(store.tickets().find("t=" + "A".repeat(43) + "&p=1"))).isEmpty();
    assertThat(await(store.tickets().find(""))).isEmpty();
    assertThat(await(store.tickets().extend(new TicketId("A".repeat(43))))).isFalse();
    assertThat(await(store.tickets().issue(new AccountId(99_999), Mechanism.RST))).isEmpty();
  }

  @Test
  void aTicketEndsAfterADay() {
    Ticket ticket = issue(anna);
    pass(Tickets.VALIDITY.minusSeconds(1));
    assertThat(find(ticket)).contains(ticket);
    pass(Duration.ofSeconds(1));
    assertThat(find(ticket)).isEmpty();
    assertThat(await(store.tickets().extend(ticket.id()))).isFalse();
  }

  @Test
  void aTicketLivesOnWhileItIsExtended() {
    Ticket ticket = issue(anna);
    for (int day = 0; day < 5; day++) {
      pass(Duration.ofHours(23));
      assertThat(find(ticket)).isPresent();
      assertThat(await(store.tickets().extend(ticket.id()))).isTrue();
    }
    assertThat(find(ticket).orElseThrow().expires())
        .isEqualTo(Instant.parse("2026-01-07T22:04:05Z"));
  }

  @Test
  void allTicketsOfAnAccountCanBeEnded() {
    Account ben = people.join("ben");
    Ticket first = issue(anna);
    Ticket second = issue(anna);
    Ticket other = issue(ben);
    assertThat(find(first)).contains(first);
    await(store.tickets().endAllOf(anna.card().id()));
    assertThat(find(first)).isEmpty();
    assertThat(find(second)).isEmpty();
    assertThat(find(other)).contains(other);
  }

  @Test
  void aNewPasswordEndsTheTicketsThatTheOldOneGot() {
    Ticket ticket = issue(anna);
    assertThat(find(ticket)).contains(ticket);
    assertThat(store.registry().setPassword(address("anna"), "another one")).isEmpty();
    assertThat(find(ticket)).isEmpty();
  }

  @Test
  void aDeletedAccountHasNoTickets() {
    Ticket ticket = issue(anna);
    assertThat(find(ticket)).contains(ticket);
    people.change(anna, Roster::deleteAccount);
    assertThat(find(ticket)).isEmpty();
  }

  @Test
  void aTicketTellsOfTheAccountAsItIsNow() {
    Ticket ticket = issue(anna);
    assertThat(find(ticket)).contains(ticket);
    people.change(anna, roster -> roster.rename("Anna B"));
    assertThat(find(ticket).orElseThrow().account().card().name()).isEqualTo("Anna B");
  }

  @Test
  void aTicketIsReadOnceUntilARowIsAlteredThatItComesFrom() {
    assumeThat(options.url()).startsWith("jdbc:sqlite:"); // others may write to the other database
    Ticket ticket = issue(anna);
    assertThat(find(ticket)).contains(ticket);
    try (Database past = Database.of(options.url())) {
      past.write(sql -> sql.update("DELETE FROM ticket"));
    }
    assertThat(find(ticket)).contains(ticket);
    issue(anna);
    assertThat(find(ticket)).contains(ticket);

    await(store.tickets().endAllOf(people.join("ben").card().id()));
    assertThat(find(ticket)).contains(ticket);
    people.change(anna, roster -> roster.rename("Anna B"));
    assertThat(find(ticket)).isEmpty();
  }

  @Test
  void whatHasExpiredIsSweptOut() {
    Ticket old = issue(anna);
    pass(Tickets.VALIDITY);
    issue(anna);
    try (Database rows = Database.of(options.url())) {
      long left = rows.read(sql -> sql.number("SELECT count(*) FROM ticket"));
      assertThat(left).isEqualTo(1);
    }
    assertThat(find(old)).isEmpty();
  }

  @Test
  void theRowsHoldNeitherIdNorSecrets() {
    Ticket ticket = issue(anna);
    try (Database rows = Database.of(options.url())) {
      List<String> kept =
          rows.read(sql ->
              sql.list(
                  "SELECT id, secrets FROM ticket", row -> row.getString(1) + row.getString(2)));
      assertThat(kept)
          .singleElement()
          .asString()
          .doesNotContain(ticket.id().word(), ticket.proof().base64(), ticket.renewal().base64());
    }
    assertThat(ticket.toString() + ticket.id() + ticket.proof())
        .doesNotContain(ticket.id().word(), ticket.proof().base64());
  }
}

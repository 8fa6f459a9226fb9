package im.chrysalis.server.notification;

import im.chrysalis.domain.person.SessionEvent.BookChanged;
import im.chrysalis.domain.person.SessionEvent.ContactSeen;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.values.AccountId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * People whom the client has put into the address book and not named to this server since. That
 * they are there is not said before it has named them, in an {@code ADL}: until then it may not
 * know them. COMPAT JML drops the presence of whoever it does not know; libpurple takes it for the
 * answer of its own change, which is still to come.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/memberships.md">docs/protocol/memberships.md</a>
 */
final class Newcomers {
  /** For clients that name nobody. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Client client;
  private final Online online;
  private final Consumer<ContactSeen> display;
  private Map<AccountId, Optional<ContactSeen>> unnamed = Map.of();
  private Timer.Cancel clock = () -> {};

  Newcomers(Client client, Online online, Consumer<ContactSeen> display) {
    this.client = client;
    this.online = online;
    this.display = display;
  }

  /** The address book has changed. */
  void changed(BookChanged it) {
    if (it.newcomer().isPresent() && online.isOwn(it) && online.dialect().hasAddressBook()) {
      if (unnamed.isEmpty()) {
        unnamed = new HashMap<>();
        clock = client.backbone().timer().after(PATIENCE, () -> client.soon(this::named));
      }
      unnamed.put(it.newcomer().get(), Optional.empty());
    }
  }

  /** Keeps back how a newcomer appears; false for all others. */
  boolean hold(ContactSeen it) {
    AccountId who = it.now().card().id();
    Optional<ContactSeen> held = unnamed.get(who);
    if (held == null) {
      return false;
    }
    Optional<ContactSeen> both =
        held.map(first -> new ContactSeen(first.before(), it.now(), it.mark()));
    unnamed.put(who, Optional.of(both.orElse(it)));
    return true;
  }

  /** The client knows them all now. */
  void named() {
    List<Optional<ContactSeen>> held = List.copyOf(unnamed.values());
    unnamed = Map.of();
    clock.cancel();
    held.forEach(seen -> seen.ifPresent(display));
  }
}

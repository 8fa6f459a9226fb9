package im.chrysalis.server.notification;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.Status;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.routed.RoutedAddress;
import java.util.Optional;

/** What a client has earned by signing in. Belongs to its connection's loop. */
final class Online {
  private static final long NONE = -1;

  private final Dialect dialect;
  private final SessionId session;
  private final Optional<EndpointId> place;
  private Card card;
  private Capabilities capabilities = Capabilities.NONE;
  private Status status = Status.OFFLINE;
  private long listVersion;
  private long firstStatus = NONE;
  private boolean hasLists;

  Online(Dialect dialect, SessionId session, Account account, Optional<EndpointId> place) {
    this.dialect = dialect;
    this.session = session;
    this.place = place;
    this.card = account.card();
    this.listVersion = account.listVersion();
  }

  Dialect dialect() {
    return dialect;
  }

  SessionId session() {
    return session;
  }

  /** Where the client is, in dialects that know of several places. */
  Optional<EndpointId> place() {
    return place;
  }

  /** Where the client is, as an address. */
  RoutedAddress here() {
    return RoutedAddress.of(card.address(), place);
  }

  /** What the client can do, as far as it has said. */
  Capabilities capabilities() {
    return capabilities;
  }

  void capabilities(Capabilities now) {
    capabilities = now;
  }

  Card card() {
    return card;
  }

  AccountId account() {
    return card.id();
  }

  void renamed(String name) {
    card = card.named(name);
  }

  /** {@link Status#OFFLINE} until the client has said one. */
  Status status() {
    return status;
  }

  void status(Status now) {
    status = now;
  }

  /** The transaction id of the first status; no transaction's before that. */
  long firstStatus() {
    return firstStatus;
  }

  void firstStatus(long trId) {
    firstStatus = trId;
  }

  /** Whether the client has asked for its lists. */
  boolean hasLists() {
    return hasLists;
  }

  void gotLists() {
    hasLists = true;
  }

  /** The lists' version as the client last heard of it. */
  long listVersion() {
    return listVersion;
  }

  void listVersion(long version) {
    listVersion = version;
  }
}

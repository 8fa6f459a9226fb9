package im.chrysalis.server.notification;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.person.Origin;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionEvent.BookChanged;
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
  private final Optional<Origin> origin;
  private final long cid;
  private Card card;
  private Capabilities capabilities = Capabilities.NONE;
  private Status status = Status.OFFLINE;
  private long listVersion;
  private long firstStatus = NONE;
  private boolean hasLists;

  Online(
      Dialect dialect,
      SessionId session,
      Account account,
      Optional<EndpointId> place,
      Optional<Origin> origin) {
    this.dialect = dialect;
    this.session = session;
    this.place = place;
    this.origin = origin;
    this.cid = account.cid();
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

  /** Whether this client itself has changed the address book so, as far as is known. */
  boolean isOwn(BookChanged change) {
    return change.by().isPresent() && change.by().equals(origin);
  }

  /** A change that the client asks for, as its own where it is known. */
  Request.Edit own(Request.Edit edit) {
    return origin.<Request.Edit>map(it -> new Request.From(it, edit)).orElse(edit);
  }

  /** The number by which web services call the account. */
  long cid() {
    return cid;
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

package im.chrysalis.server.switchboard;

import im.chrysalis.values.AccountId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The talks of two in which one has a stand-in, by who they are. Any thread. */
final class StandIns {
  private final Map<Pair, StandIn> talks = new ConcurrentHashMap<>();

  private record Pair(AccountId stoodInFor, AccountId other) {}

  /** The newest talk of the two. */
  Optional<StandIn> find(AccountId stoodInFor, AccountId other) {
    return Optional.ofNullable(talks.get(new Pair(stoodInFor, other)));
  }

  void keep(StandIn standIn, AccountId other) {
    talks.put(new Pair(standIn.card().id(), other), standIn);
  }

  void forget(StandIn standIn, AccountId other) {
    talks.remove(new Pair(standIn.card().id(), other), standIn);
  }
}

package im.chrysalis.cluster.peers;

import im.chrysalis.domain.contact.Roster;
import im.chrysalis.domain.person.Notice;
import im.chrysalis.domain.person.PersonMessage;
import im.chrysalis.values.AccountId;
import java.util.List;
import java.util.Optional;

/** What reaches a person's entity. */
sealed interface ToPerson {

  /** What may come from another node; sharding carries it to wherever the person lives. */
  sealed interface Carried extends ToPerson {
    AccountId to();
  }

  /**
   * A request or a notice.
   *
   * @param back where the answer goes; absent for a notice
   */
  record Letter(AccountId to, PersonMessage message, Optional<ReturnAddress> back)
      implements Carried {
    static Letter of(AccountId to, Notice notice) {
      return new Letter(to, notice, Optional.empty());
    }
  }

  /** Who asked, and what the asking node calls the question. */
  record ReturnAddress(String node, long question) {}

  /** Which sessions of the person a node has: the answer to {@link ToNode.RollCall}. */
  record Attendance(AccountId to, String node, List<Notice.Resumed> sessions) implements Carried {}

  // from the entity's own node

  /** Something to be done in the person's turn. */
  record Turn(Runnable what) implements ToPerson {}

  /** The person was read from the store. */
  record Loaded(Roster roster) implements ToPerson {}

  /** The person could not be read, or there is none. */
  record NotLoaded(Throwable why) implements ToPerson {}

  /** Nodes that have not answered the roll call by now are not waited for. */
  record RollCallOver() implements ToPerson {}

  /** Time to see whether anybody would miss the person. */
  record Sweep() implements ToPerson {}

  /** The person is to be let go, because it moves or is idle. */
  record Stop() implements ToPerson {}
}

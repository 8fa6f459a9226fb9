package im.chrysalis.cluster.peers;

import im.chrysalis.cluster.peers.ToPerson.ReturnAddress;
import im.chrysalis.domain.conversation.ConversationId;
import im.chrysalis.domain.person.Participation;
import im.chrysalis.domain.person.SessionEvent;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.values.AccountId;

/** What a node is told by persons who live elsewhere, and by other nodes. */
sealed interface ToNode {

  /**
   * A piece of an answer; long ones come in several, because a frame of the network is limited.
   *
   * @param question as the node called it
   * @param last whether the answer is whole with this piece
   * @param bytes of a {@link Reply}
   */
  record Answer(long question, boolean last, byte[] bytes) implements ToNode {}

  /** Something happened that a session of the node should show. */
  record Happened(AccountId who, long serial, SessionEvent event) implements ToNode {}

  /** A person begins anew on another node: which of its sessions are here? */
  record RollCall(AccountId who) implements ToNode {}

  /** A person moves: its sessions are to be told to it again. */
  record Moved(AccountId who) implements ToNode {}

  /**
   * Somebody who has no connection to a conversation of the node does something in it.
   *
   * @param asker where the answer goes
   */
  record Part(ReturnAddress asker, ConversationId where, Participation what) implements ToNode {}

  /** A session was ended by its person, so that whatever hangs on it ends too. */
  record SessionOver(SessionId session) implements ToNode {}

  /**
   * A node has a switchboard.
   *
   * @param place where clients find it, in the front ends' own words
   */
  record SwitchboardAt(String node, String place) implements ToNode {}
}

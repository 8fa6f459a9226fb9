package im.chrysalis.domain.conversation;

import im.chrysalis.domain.account.Card;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EndpointId;
import java.util.Optional;

/**
 * Somebody's place in a conversation: a switchboard connection, a browser, a door of another
 * network. A conversation calls its members on its own thread only, and none of these calls may
 * block.
 */
public interface Member {
  Card card();

  Capabilities capabilities();

  /** Where this member is, of an account that may be at several places at once. */
  Optional<EndpointId> place();

  /** Somebody came. */
  void joined(Member other);

  /**
   * Somebody left.
   *
   * @param idle whether the server closed a conversation in which nothing was said for long
   */
  void left(Member other, boolean idle);

  /** Somebody said something. Returns whether it could be taken. */
  boolean deliver(Message message);

  /** Whether more is waiting to be sent to this member than should be. */
  boolean isCongested();

  /** Says nothing more to the conversation until told to go on. */
  void pause();

  /** Goes on. */
  void resume();
}

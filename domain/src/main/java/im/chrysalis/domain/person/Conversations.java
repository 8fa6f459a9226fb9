package im.chrysalis.domain.person;

import im.chrysalis.domain.conversation.ConversationId;
import java.util.concurrent.CompletionStage;

/** The port to all conversations of the network, on whichever node they are. Any thread. */
public interface Conversations {
  /**
   * Does something in a conversation in the name of somebody who takes part without a connection of
   * their own to it.
   *
   * @return whether it was done: not when there is no such conversation any more, or the person has
   *     no part in it
   */
  CompletionStage<Boolean> tell(ConversationId where, Participation what);
}

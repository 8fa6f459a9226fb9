package im.chrysalis.server.session;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.conversation.ConversationId;
import im.chrysalis.values.AccountId;
import java.util.concurrent.Executor;

/** Brings waiting messages to clients that can only be told of them in a conversation. */
@FunctionalInterface
public interface Postman {
  /**
   * Opens a conversation in which everything that waits from one sender is said to the reader, in
   * the sender's name, as soon as the reader's client comes. If none comes within {@link
   * im.chrysalis.domain.conversation.Conversation#RING}, all of it goes on waiting.
   *
   * @param sender as they are to be called
   * @param loop a connection's, on which this must be called
   */
  ConversationId bring(Card sender, AccountId reader, Executor loop);
}

package im.chrysalis.server.session;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.conversation.ConversationId;
import im.chrysalis.domain.person.Conversations;
import im.chrysalis.domain.person.Participation;
import im.chrysalis.wire.routed.RoutedMessage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The conversations of this process, for those who take part without a connection. */
public interface Talks extends Conversations {
  /**
   * Says something to a client that hears in conversations: in one that the two have already, or in
   * a new one that the client is asked into. What the client does not come for is left as an
   * offline message.
   *
   * @param from who says it, without a connection
   */
  void say(Card from, Reader reader, RoutedMessage message);

  /**
   * Opens a conversation of more than two, in which somebody without a connection is the first.
   *
   * @param loop where it is to live
   */
  ConversationId open(Participation.Comes first, Executor loop);

  /**
   * A client that hears in conversations.
   *
   * @param loop its connection's
   * @param ring asks it into a conversation; called on the loop
   */
  record Reader(Card card, Executor loop, Consumer<ConversationId> ring) {}
}

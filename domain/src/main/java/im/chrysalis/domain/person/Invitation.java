package im.chrysalis.domain.person;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.conversation.ConversationId;

/**
 * Somebody asks somebody into a conversation.
 *
 * @param session the caller's, which does not ring when its own person is called
 * @param place where the conversation's node says that clients find it, in the words of the front
 *     ends; persons only pass it on
 */
public record Invitation(
    ConversationId conversation, Card caller, SessionId session, String place) {}

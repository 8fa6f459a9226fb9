package im.chrysalis.domain.person;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.conversation.ConversationId;

/** Somebody asks somebody into a conversation. */
public record Invitation(ConversationId conversation, Card caller) {}

package im.chrysalis.server.session;

import im.chrysalis.domain.conversation.ConversationId;
import java.util.Optional;
import java.util.UUID;

/**
 * The GUID by which clients that need no switchboard address a conversation of several. It is the
 * conversation's node and number, so that any node finds it.
 *
 * @see <a href="../../../../../../../../docs/protocol/routed.md#groups">docs/protocol/routed.md</a>
 */
public final class GroupAddress {
  private static final int RADIX = 36;

  /** What the second half begins with, as in any GUID of the common kind. */
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private GroupAddress() {}

  public static UUID of(ConversationId conversation) {
    long node =
        conversation.node().isEmpty() ? 0 : Long.parseUnsignedLong(conversation.node(), RADIX);
    return new UUID(node, VARIANT | conversation.number());
  }

  /** Which conversation a GUID means; nothing when it is not of this kind. */
  public static Optional<ConversationId> parse(UUID guid) {
    long number = guid.getLeastSignificantBits() & ~VARIANT;
    if (guid.getLeastSignificantBits() >= 0 || number == 0 || number > Integer.MAX_VALUE) {
      return Optional.empty();
    }
    long node = guid.getMostSignificantBits();
    return Optional.of(
        new ConversationId(node == 0 ? "" : Long.toUnsignedString(node, RADIX), (int) number));
  }
}

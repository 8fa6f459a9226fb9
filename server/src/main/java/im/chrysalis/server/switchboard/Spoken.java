package im.chrysalis.server.switchboard;

import im.chrysalis.domain.conversation.Payload;
import im.chrysalis.wire.routed.RoutedMessage;

/**
 * A part of what somebody says who hears directly: in a conversation it may take several messages.
 *
 * @param whole as they said it
 * @param bytes the part, as a message of a conversation
 * @param isFirst whether it is the first of its parts
 */
record Spoken(RoutedMessage whole, byte[] bytes, boolean isFirst) implements Payload {
  @Override
  public int length() {
    return bytes.length;
  }

  @Override
  public byte[] copy() {
    return bytes.clone();
  }
}

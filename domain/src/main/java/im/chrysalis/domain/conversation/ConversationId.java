package im.chrysalis.domain.conversation;

/**
 * One conversation.
 *
 * @param node the node that holds it; empty where there is only one
 * @param number 1 to 2147483647, because clients read it as a signed number of 32 bits
 */
public record ConversationId(String node, int number) {
  @Override
  public String toString() {
    return node.isEmpty() ? Integer.toString(number) : node + "/" + number;
  }
}

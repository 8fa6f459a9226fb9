package im.chrysalis.domain.person;

/**
 * One signed-in connection, whatever it speaks.
 *
 * @param node the node that holds it; empty where there is only one
 * @param serial unique on its node since the node started
 */
public record SessionId(String node, long serial) {
  @Override
  public String toString() {
    return node.isEmpty() ? Long.toString(serial) : node + "/" + serial;
  }
}

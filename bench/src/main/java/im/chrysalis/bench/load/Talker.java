package im.chrysalis.bench.load;

import java.io.IOException;

/**
 * One side of a connection: what it does with what it hears. Always called by its loop's thread.
 */
public interface Talker {
  /** The connection stands: the moment to speak, for a server never does first. */
  void connected(Connection connection) throws IOException;

  /** A command came. */
  void heard(Connection connection, Line line) throws IOException;

  /**
   * The connection is gone, and not because this side closed it.
   *
   * @param why in words, for a message
   */
  void closed(Connection connection, String why);
}

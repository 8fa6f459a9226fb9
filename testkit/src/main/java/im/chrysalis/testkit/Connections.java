package im.chrysalis.testkit;

import im.chrysalis.testkit.Step.Speaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everybody's open connections in one play. */
final class Connections implements AutoCloseable {
  private final Map<Speaker, Connection> open = new LinkedHashMap<>();

  /** A transcript speaks of a connection that is not open, or opens one that is. */
  static final class Missing extends Complaint {
    private static final long serialVersionUID = 1L;

    Missing(String message) {
      super(message);
    }
  }

  Connection open(Speaker speaker, InetSocketAddress address) throws IOException, Missing {
    if (open.containsKey(speaker)) {
      throw new Missing(speaker + " is connected already: call the other one " + speaker + "/2");
    }
    Connection connection = Connection.to(address);
    open.put(speaker, connection);
    return connection;
  }

  Connection of(Speaker speaker) throws Missing {
    Connection connection = open.get(speaker);
    if (connection == null) {
      throw new Missing(speaker + " is not connected");
    }
    return connection;
  }

  /** The connection, which is then no longer among the open ones. */
  Connection take(Speaker speaker) throws Missing {
    Connection connection = of(speaker);
    open.remove(speaker);
    return connection;
  }

  /** Those open now, in the order in which they were opened. */
  Map<Speaker, Connection> open() {
    return Collections.unmodifiableMap(open);
  }

  @Override
  public void close() {
    for (Connection connection : open.values()) {
      try {
        connection.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    open.clear();
  }
}

package im.chrysalis.app.operate;

import java.io.Reader;
import java.io.Writer;

/** What passes between an operator and an order while it is carried out. */
public interface Exchange {
  /** What the operator hands in, to be read to its end. */
  Reader incoming();

  /** What the operator is handed, apart from the answer. */
  Writer outgoing();

  /** One of two streams. */
  static Exchange of(Reader incoming, Writer outgoing) {
    record Streams(Reader incoming, Writer outgoing) implements Exchange {}
    return new Streams(incoming, outgoing);
  }
}

package im.chrysalis.cluster.peers;

import org.jspecify.annotations.Nullable;

/** A node can't take part; the message is a sentence for the operator. */
public final class PeersException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PeersException(String sentence) {
    this(sentence, null);
  }

  PeersException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}

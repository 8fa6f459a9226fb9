package im.chrysalis.net.tls;

import java.io.IOException;

/** Keys or certificates can't be used. The message is one sentence for the operator. */
public final class TlsProblem extends IOException {
  private static final long serialVersionUID = 1L;

  TlsProblem(String sentence) {
    super(sentence);
  }

  TlsProblem(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}

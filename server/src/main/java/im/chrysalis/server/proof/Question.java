package im.chrysalis.server.proof;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What somebody was asked in order to sign in; good for one answer. */
public interface Question {
  /** The question, as one word or several with single spaces. */
  String words();

  /**
   * Looks at the answer.
   *
   * @param proofs the words of the client, never empty
   * @param from where the client is
   * @return who it is; nothing when the answer is wrong
   */
  CompletionStage<Optional<Proven>> answer(List<String> proofs, InetAddress from);
}

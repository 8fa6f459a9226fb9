package im.chrysalis.server.proof;

import im.chrysalis.values.EmailAddress;
import java.util.concurrent.CompletionStage;

/** A way of proving who signs in. An account that does not exist is asked like any other. */
public interface Method {
  /** The method's name in {@code USR}. */
  String name();

  /** What somebody is asked who says to be this account. */
  CompletionStage<Question> ask(EmailAddress account);
}

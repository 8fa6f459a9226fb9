package im.chrysalis.server.notification;

import im.chrysalis.domain.account.Card;
import im.chrysalis.net.Connection;
import im.chrysalis.server.session.Backbone;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ServerEvent;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A client as the handlers of its commands see it. On its loop only. */
interface Client {
  Backbone backbone();

  Connection connection();

  /** Says something in the client's dialect. */
  void say(ServerEvent event);

  /** Says bytes that were made before. */
  void say(byte[] bytes);

  /** Refuses a command, in the client's dialect. */
  void refuse(int code, TrId trId);

  /** Waits for an answer before the client's next command is read. */
  <T> void await(CompletionStage<T> answer, TrId trId, Consumer<T> then);

  /**
   * Finds an account before the client's next command is read.
   *
   * @param unknown the number with which the command is refused when there is none of that address
   */
  default void withAccount(EmailAddress who, TrId trId, int unknown, Consumer<Card> then) {
    await(
        backbone().accounts().byAddress(who),
        trId,
        found -> found.ifPresentOrElse(then, () -> refuse(unknown, trId)));
  }

  /** Does something after everything that is under way, unless the client is gone. Any thread. */
  void soon(Runnable what);

  /** Sends what was said, and closes. */
  void close();

  /** Closes, since the client has said goodbye. */
  void part();

  /** Where the site is, as this client reaches it; ends with a slash. */
  String site();
}

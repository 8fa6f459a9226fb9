package im.chrysalis.server.notification;

import im.chrysalis.net.Connection;
import im.chrysalis.server.session.Backbone;
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

  /** Refuses a command. */
  void refuse(int code, TrId trId);

  /** Waits for an answer before the client's next command is read. */
  <T> void await(CompletionStage<T> answer, TrId trId, Consumer<T> then);

  /** Does something after everything that is under way, unless the client is gone. Any thread. */
  void soon(Runnable what);

  /** Sends what was said, and closes. */
  void close();

  /** Where the site is, as this client reaches it; ends with a slash. */
  String site();
}

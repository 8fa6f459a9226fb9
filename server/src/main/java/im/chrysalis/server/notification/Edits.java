package im.chrysalis.server.notification;

import im.chrysalis.domain.contact.Refusal;
import im.chrysalis.domain.person.Outcome;
import im.chrysalis.domain.person.Request;
import im.chrysalis.wire.TrId;
import java.util.function.Consumer;

/** Changes to an account's lists and settings, and what a client is told of them. */
final class Edits {
  private Edits() {}

  /**
   * Makes a change, or refuses it.
   *
   * @param unknownGroup the number that says that there is no such group, which depends on the
   *     command
   */
  static void make(
      Client client,
      Online online,
      Request.Edit edit,
      TrId trId,
      int unknownGroup,
      Consumer<Outcome.Done> done) {
    client.await(
        client.backbone().people().ask(online.account(), online.own(edit)),
        trId,
        outcome -> {
          switch (outcome) {
            case Outcome.Done it -> {
              online.listVersion(it.version());
              done.accept(it);
            }
            case Outcome.Refused(Refusal why) ->
                client.refuse(
                    why == Refusal.NO_SUCH_GROUP ? unknownGroup : Refusals.code(why), trId);
          }
        });
  }
}

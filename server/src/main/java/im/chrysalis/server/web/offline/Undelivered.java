package im.chrysalis.server.web.offline;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.person.Request;
import im.chrysalis.server.session.Backbone;
import im.chrysalis.values.AccountId;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.payload.OfflineText;
import im.chrysalis.wire.routed.RoutedMessage;
import im.chrysalis.wire.routed.Translation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was taken from its sender and could not be said: text waits for the reader, all else is
 * lost.
 */
public final class Undelivered {
  private static final Logger LOG = LoggerFactory.getLogger(Undelivered.class);

  private Undelivered() {}

  /** Leaves a message for its reader to find when they next look for such. */
  public static void leave(Card from, AccountId to, RoutedMessage message, Backbone backbone) {
    Translation.toOffline(message).ifPresent(text -> leave(from, to, text, backbone));
  }

  private static void leave(Card from, AccountId to, OfflineText text, Backbone backbone) {
    try {
      backbone
          .people()
          .ask(to, new Request.LeaveMessage(Letters.message(from, text, backbone.timer().now())))
          .whenComplete((_, fault) -> {
            if (fault != null) {
              LOG.error("account={} message of {} is lost", to, from.id(), fault);
            }
          });
    } catch (MalformedCommand tooLong) {
      LOG.warn("account={} message of {} is lost: {}", to, from.id(), tooLong.getMessage());
    }
  }
}

package im.chrysalis.server.switchboard;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.person.Request;
import im.chrysalis.server.session.Backbone;
import im.chrysalis.server.web.offline.Letters;
import im.chrysalis.values.AccountId;
import im.chrysalis.wire.LooseText;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.payload.OfflineText;
import im.chrysalis.wire.payload.TextFormat;
import im.chrysalis.wire.routed.RoutedMessage;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was taken from its sender and could not be said: text waits for the reader, all else is
 * lost.
 */
final class Undelivered {
  private static final Logger LOG = LoggerFactory.getLogger(Undelivered.class);

  private Undelivered() {}

  static void leave(Card from, AccountId to, RoutedMessage message, Backbone backbone) {
    if (!message.is("Text") || message.body().length == 0) {
      return;
    }
    OfflineText text =
        new OfflineText(
            LooseText.of(message.body()), message.header(TextFormat.HEADER), Optional.empty());
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

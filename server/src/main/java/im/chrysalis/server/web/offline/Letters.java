package im.chrysalis.server.web.offline;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.Refusal;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.payload.MailData;
import im.chrysalis.wire.payload.OfflineLetter;
import im.chrysalis.wire.payload.OfflineText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Between what clients say of offline messages and what is kept of them; for the web services and
 * the notification server alike.
 */
public final class Letters {
  private Letters() {}

  /**
   * Whether the sender is answered as if the message were kept: because it was before, and the
   * answer did not arrive; or because the recipient does not want it, which nobody may learn.
   */
  public static boolean seemsKept(Refusal why) {
    return why == Refusal.UNCHANGED || why == Refusal.NOT_ALLOWED;
  }

  /**
   * The message that somebody leaves, with an id of its own.
   *
   * @param from by the account, not by what the client says of itself
   * @throws MalformedCommand when it is longer than {@link OfflineMessage#MAX_BYTES}, or what tells
   *     its place is
   */
  public static OfflineMessage message(Card from, OfflineText text, Instant now)
      throws MalformedCommand {
    int length = bytes(text.text()) + text.format().map(Letters::bytes).orElse(0);
    boolean placeFits =
        text.place()
            .map(place -> place.runId().length() <= OfflineMessage.Place.MAX_SERIES)
            .orElse(true);
    if (length > OfflineMessage.MAX_BYTES || !placeFits) {
      throw new MalformedCommand(Fault.LIMIT, "an offline message of " + length + " bytes");
    }
    return new OfflineMessage(
        UUID.randomUUID(),
        from,
        now.truncatedTo(ChronoUnit.MILLIS),
        text.place().map(it -> new OfflineMessage.Place(it.runId(), it.number())),
        text.format(),
        text.text());
  }

  /** What {@code Mail-Data} says of messages, in their order. */
  public static MailData mailData(List<OfflineMessage> messages) {
    return new MailData(
        messages.stream()
            .map(it ->
                new MailData.Letter(
                    it.id(), it.from().address(), it.from().name(), it.sent(), it.bytes()))
            .toList());
  }

  /**
   * A message as a mail.
   *
   * @param host what the server calls itself in it
   */
  public static OfflineLetter mail(OfflineMessage it, EmailAddress to, String host) {
    return new OfflineLetter(
        it.id(),
        it.from().address(),
        it.from().name(),
        to,
        it.sent(),
        host,
        new OfflineText(
            it.text(),
            it.format(),
            it.place().map(place -> new OfflineText.Place(place.series(), place.number()))));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}

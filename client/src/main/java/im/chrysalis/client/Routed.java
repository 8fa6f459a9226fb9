package im.chrysalis.client;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.command.ClientCommand.Publish;
import im.chrysalis.wire.command.ClientCommand.Withdraw;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.payload.TextFormat;
import im.chrysalis.wire.payload.TextMessage;
import im.chrysalis.wire.routed.RosterDocument;
import im.chrysalis.wire.routed.RosterNotice;
import im.chrysalis.wire.routed.RoutedAddress;
import im.chrysalis.wire.routed.RoutedMessage;
import im.chrysalis.wire.routed.Translation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Says what goes through the notification server, and reads what comes from there. Lives on the
 * messenger's turn, across sessions.
 *
 * @see <a href="../../../../../../../docs/protocol/routed.md">docs/protocol/routed.md</a>
 */
final class Routed {
  private static final String TEXT = "Text";
  private static final byte[] NOTHING = new byte[0];

  private final Lifeline lifeline;
  private final RoutedAddress here;
  private final Book book;

  Routed(EmailAddress self, Lifeline lifeline, Book book) {
    this.lifeline = lifeline;
    here = RoutedAddress.of(self, Optional.of(lifeline.place()));
    this.book = book;
  }

  /** This place. */
  RoutedAddress here() {
    return here;
  }

  /** Somebody as far as the account knows them. */
  Carrier.Member member(EmailAddress who) {
    return book.roster()
        .find(who)
        .map(it -> new Carrier.Member(it.name(), it.abilities()))
        .orElseGet(() -> new Carrier.Member(who.text(), Set.of()));
  }

  /** Says something without wanting to hear what becomes of it. */
  void mention(RoutedAddress to, MimeMessage message) {
    Translation.toRouted(message, here, to).ifPresent(lifeline::mention);
  }

  /**
   * Says something; done when the server has taken it and has nothing against it.
   *
   * @return failed for what is only known on switchboards
   */
  CompletionStage<Outcome> say(RoutedAddress to, MimeMessage message) {
    return Translation.toRouted(message, here, to)
        .map(lifeline::say)
        .orElseGet(() ->
            CompletableFuture.completedStage(
                Outcome.failed(
                    new Failure.NotInThisDialect(
                        lifeline.dialect().map(it -> it.name()).orElse("")))));
  }

  /** Tells the server who is in a group. */
  CompletionStage<Reply> publish(RoutedAddress to, String contentType, RosterDocument roster) {
    RoutedMessage message =
        RoutedMessage.publication(here, to, RosterNotice.GROUP, contentType, roster.bytes());
    return lifeline.ask(trId -> new Publish(trId, message.bytes()));
  }

  /** Takes back what was told. */
  CompletionStage<Reply> withdraw(RoutedAddress to, String uri) {
    RoutedMessage message =
        RoutedMessage.publication(here, to, uri, RosterDocument.CIRCLE_TYPE, NOTHING);
    return lifeline.ask(trId -> new Withdraw(trId, message.bytes()));
  }

  /** What somebody says, in the words of switchboards; nothing for what concerns only programs. */
  static List<MimeMessage> heard(RoutedMessage message) {
    if (message.from().isEmpty() || message.to().isEmpty()) {
      return List.of();
    }
    return message.messageType().equalsIgnoreCase(TEXT)
        ? List.of(text(message))
        : Translation.toSwitchboard(message, message.from().get(), message.to().get());
  }

  /** A text in one piece, however long it is. */
  private static MimeMessage text(RoutedMessage message) {
    MimeMessage plain = MimeMessage.of(TextMessage.CONTENT_TYPE + "; charset=UTF-8");
    return new MimeMessage(
        message
            .header(TextFormat.HEADER)
            .map(format -> plain.with(TextFormat.HEADER, format))
            .orElse(plain)
            .headers(),
        message.body());
  }
}

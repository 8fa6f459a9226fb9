package im.chrysalis.client;

import im.chrysalis.values.CircleId;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.payload.TextFormat;
import im.chrysalis.wire.payload.TextMessage;
import im.chrysalis.wire.payload.TypingNotice;
import im.chrysalis.wire.routed.RoutedAddress;
import im.chrysalis.wire.routed.RoutedMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What is said in circles. Lives on the messenger's turn.
 *
 * @see <a href="../../../../../../../docs/protocol/circles.md#live">docs/protocol/circles.md</a>
 */
final class CircleTalk {
  private final Office office;
  private final Lifeline lifeline;
  private final Routed routed;
  private final Map<CircleId, Long> typed = new HashMap<>();

  CircleTalk(Office office, Lifeline lifeline, Routed routed) {
    this.office = office;
    this.lifeline = lifeline;
    this.routed = routed;
  }

  CompletionStage<Outcome> say(Circle circle, String text, TextFormat format) {
    typed.remove(circle.id());
    CompletableFuture<Outcome> said = new CompletableFuture<>();
    List<TextMessage> texts = TextPieces.of(text, format);
    Pieces pieces = new Pieces(texts.size(), said::complete);
    texts.forEach(it -> routed.say(address(circle), it.message()).thenAccept(pieces));
    return said;
  }

  CompletionStage<Outcome> send(Circle circle, MimeMessage message) {
    return routed.say(address(circle), message);
  }

  void typing(Circle circle) {
    long now = office.timer().nanos();
    Long last = typed.get(circle.id());
    if (last != null && now - last < Talk.TYPING_EVERY.toNanos()) {
      return;
    }
    typed.put(circle.id(), now);
    lifeline.dialect().ifPresent(dialect -> lifeline.mention(typing(address(circle), dialect)));
  }

  /** MSNP18 has it in two headers. */
  private RoutedMessage typing(RoutedAddress to, Dialect dialect) {
    RoutedMessage notice = RoutedMessage.messaging(routed.here(), to);
    RoutedMessage typed =
        dialect.hasSwitchboards()
            ? notice
                .with("Messaging", "1.0")
                .with("Message-Type", "Control")
                .with("Message-Subtype", "Typing")
            : notice.with("Message-Type", "Control/Typing");
    return typed.with("Content-Length", "0");
  }

  private static RoutedAddress address(Circle circle) {
    return RoutedAddress.circle(circle.id().guid()).withPath("IM");
  }

  /** Somebody says something. */
  void heard(Circle circle, RoutedMessage message) {
    message
        .from()
        .flatMap(RoutedAddress::address)
        .ifPresent(who -> Routed.heard(message).forEach(it -> heard(circle, who, it)));
  }

  private void heard(Circle circle, EmailAddress who, MimeMessage message) {
    String name =
        who.equals(office.self())
            ? lifeline.self().name()
            : circle.member(who).map(CircleMember::name).orElse(who.text());
    Optional<TextMessage> text = TextMessage.of(message);
    office
        .delivery()
        .tell(
            TypingNotice.of(message).isPresent()
                ? new Event.CircleTyping(circle, who, name)
                : text.isPresent()
                    ? new Event.CircleMessageReceived(
                        circle,
                        who,
                        name,
                        text.get().text().replace("\r\n", "\n"),
                        text.get().format().orElse(TextFormat.PLAIN))
                    : new Event.CircleDataReceived(circle, who, name, message));
  }
}

package im.chrysalis.wire.routed;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.LooseText;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.payload.Headers;
import im.chrysalis.wire.payload.MessageParts;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.payload.OfflineText;
import im.chrysalis.wire.payload.TextFormat;
import im.chrysalis.wire.payload.TextMessage;
import im.chrysalis.wire.payload.TypingNotice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Between those who talk on switchboards and those who talk through the notification server: the
 * same things said in two ways. What only one side knows is nothing to the other.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/routed.md#translation">docs/protocol/routed.md</a>
 */
public final class Translation {
  /** The kind of note, see {@code SendNote}, that tells of data that are going to be sent. */
  public static final int SIGNAL_NOTE = 3;

  private static final String SIGNAL = "Signal/P2P";
  private static final String DATACAST = "text/x-msnmsgr-datacast";
  private static final String EMOTICON = "text/x-mms-emoticon";
  private static final String ANIMATED_EMOTICON = "text/x-mms-animemoticon";
  private static final String PLAIN_TEXT = TextMessage.CONTENT_TYPE + "; charset=UTF-8";
  private static final String MESSAGE_TYPE = "Message-Type";
  private static final String CONTENT_TYPE = "Content-Type";

  /** What MSN objects are called by their number in a datacast, and by type when routed. */
  private static final String NUDGE_ID = "1";

  private static final String WINK_ID = "2";
  private static final String VOICE_ID = "3";
  private static final String TEXT = "Text";
  private static final String NUDGE = "Nudge";
  private static final String WINK = "Wink";
  private static final String VOICE = "Voice";

  private Translation() {}

  /**
   * A switchboard message for one who has none.
   *
   * @param message whole: parts are joined first, see {@link MessageParts}
   * @param from who says it
   * @param to who is to hear it
   * @return nothing for what has no counterpart, and for data that are meant for somebody else
   */
  public static Optional<RoutedMessage> toRouted(
      MimeMessage message, RoutedAddress from, RoutedAddress to) {
    if (MessageParts.isPart(message)) {
      return Optional.empty();
    }
    return switch (message.contentType()) {
      case TextMessage.CONTENT_TYPE -> Optional.of(text(message, from, to));
      case TypingNotice.CONTENT_TYPE ->
          TypingNotice.of(message).map(_ -> said("Control/Typing", from, to, new byte[0]));
      case DATACAST -> datacast(message, from, to);
      case EMOTICON, ANIMATED_EMOTICON ->
          Optional.of(
              said("CustomEmoticon", from, to, message.body())
                  .with(CONTENT_TYPE, message.contentType()));
      case DataPackets.CONTENT_TYPE -> DataPackets.toRouted(message, from, to);
      default -> Optional.empty();
    };
  }

  private static RoutedMessage text(MimeMessage message, RoutedAddress from, RoutedAddress to) {
    RoutedMessage text = said(TEXT, from, to, message.text().getBytes(StandardCharsets.UTF_8));
    RoutedMessage formatted =
        message
            .header(TextFormat.HEADER)
            .map(format -> text.with(TextFormat.HEADER, format))
            .orElse(text);
    return to.isGroup() ? formatted : formatted.withRouting("Service-Channel", "IM/Online");
  }

  private static Optional<RoutedMessage> datacast(
      MimeMessage message, RoutedAddress from, RoutedAddress to) {
    Headers cast;
    try {
      cast = Headers.read(message.body());
    } catch (MalformedCommand noHeaders) {
      return Optional.empty();
    }
    Optional<byte[]> object = cast.first("Data").map(data -> data.getBytes(StandardCharsets.UTF_8));
    return switch (cast.first("ID").orElse("")) {
      case NUDGE_ID ->
          Optional.of(said(NUDGE, from, to, "\r\n".getBytes(StandardCharsets.US_ASCII)));
      case WINK_ID -> object.map(it -> said(WINK, from, to, it));
      case VOICE_ID -> object.map(it -> said(VOICE, from, to, it));
      default -> Optional.empty();
    };
  }

  private static RoutedMessage said(
      String type, RoutedAddress from, RoutedAddress to, byte[] body) {
    return RoutedMessage.messaging(from, to)
        .with(MESSAGE_TYPE, type)
        .with(CONTENT_TYPE, PLAIN_TEXT)
        .with("Content-Length", "0")
        .withBody(body);
  }

  /**
   * A routed message for one who has a switchboard.
   *
   * @param from who says it; typing and data name them
   * @param to who is to hear it; data name them, and their place when they are of the later kind
   * @return the switchboard messages in their order, each within its limit; none for what has no
   *     counterpart
   */
  public static List<MimeMessage> toSwitchboard(
      RoutedMessage message, RoutedAddress from, RoutedAddress to) {
    return switch (message.messageType().toLowerCase(Locale.ROOT)) {
      case "text" ->
          LongText.messages(LooseText.of(message.body()), message.header(TextFormat.HEADER));
      case "nudge" -> List.of(cast(NUDGE_ID, Optional.empty()));
      case "wink" -> object(WINK_ID, message);
      case "voice" -> object(VOICE_ID, message);
      case "control/typing" -> typing(from.address());
      case "customemoticon" ->
          Emoticons.announcements(emoticonType(message), LooseText.of(message.body()));
      case "data" -> DataPackets.toSwitchboard(message, from, to);
      default -> List.of();
    };
  }

  /**
   * A note of kind {@value #SIGNAL_NOTE} for one who has no notes.
   *
   * @param note what clients tell each other about data that they are going to send
   */
  public static RoutedMessage signal(byte[] note, RoutedAddress from, RoutedAddress to) {
    return said(SIGNAL, from, to, note)
        .withRouting("Service-Channel", "PE")
        .withRouting("Options", "0");
  }

  /** The note of kind {@value #SIGNAL_NOTE} in a routed message; nothing in any other. */
  public static Optional<byte[]> note(RoutedMessage message) {
    return message.is(SIGNAL) ? Optional.of(message.body()) : Optional.empty();
  }

  /**
   * A text for somebody who is not there; nothing when it is none, or an empty one.
   *
   * @see OfflineText
   */
  public static Optional<OfflineText> toOffline(RoutedMessage message) {
    String text = message.is(TEXT) ? LooseText.of(message.body()) : "";
    return text.isEmpty() || text.indexOf('\0') >= 0
        ? Optional.empty()
        : Optional.of(new OfflineText(text, message.header(TextFormat.HEADER), Optional.empty()));
  }

  private static List<MimeMessage> typing(Optional<EmailAddress> who) {
    return who.map(it -> List.of(new TypingNotice(it).message())).orElse(List.of());
  }

  private static String emoticonType(RoutedMessage message) {
    return message.contentType().equals(ANIMATED_EMOTICON) ? ANIMATED_EMOTICON : EMOTICON;
  }

  /** An object stands alone in the body; some may write it as a datacast all the same. */
  private static List<MimeMessage> object(String id, RoutedMessage message) {
    String body = LooseText.of(message.body()).strip();
    int start = body.indexOf("<msnobj ");
    if (start < 0) {
      return List.of();
    }
    String object = body.substring(start);
    return object.chars().anyMatch(c -> c < ' ')
        ? List.of()
        : MessageParts.cut(cast(id, Optional.of(object)));
  }

  private static MimeMessage cast(String id, Optional<String> object) {
    Headers cast = Headers.NONE.with("ID", id);
    Headers whole = object.map(it -> cast.with("Data", it)).orElse(cast);
    return MimeMessage.of(DATACAST).withBody(whole + "\r\n");
  }
}

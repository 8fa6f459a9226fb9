package im.chrysalis.wire.payload;

import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody says to a contact who is not there, as they hand it to the server:
 *
 * <pre>
 * MIME-Version: 1.0
 * Content-Type: text/plain; charset=UTF-8
 * Content-Transfer-Encoding: base64
 * X-OIM-Message-Type: OfflineMessage
 * X-OIM-Run-Id: {3B3C5F3E-0000-4000-8000-000000000001}
 * X-OIM-Sequence-Num: 1
 *
 * SGVsbG8=
 * </pre>
 *
 * @param text what is said
 * @param format the value of {@link TextFormat#HEADER}
 * @param place which one it is among those of the same program, when it says so
 * @see <a
 *     href="../../../../../../../../docs/protocol/offline-messages.md">docs/protocol/offline-messages.md</a>
 */
public record OfflineText(String text, Optional<String> format, Optional<Place> place) {
  static final String ENCODING = "Content-Transfer-Encoding";
  static final String BASE64 = "base64";
  static final String TYPE = "X-OIM-Message-Type";
  static final String OFFLINE = "OfflineMessage";
  static final String RUN_ID = "X-OIM-Run-Id";
  static final String SEQUENCE = "X-OIM-Sequence-Num";

  /**
   * A message's place among others.
   *
   * @param runId what the program calls all it sends in one go, braces included
   * @param number from 1 on; below two thousand million
   */
  public record Place(String runId, int number) {}

  /** The message that carries it. */
  public MimeMessage message() {
    MimeMessage message =
        MimeMessage.of(TextMessage.CONTENT_TYPE + "; charset=UTF-8")
            .with(ENCODING, BASE64)
            .with(TYPE, OFFLINE);
    MimeMessage placed =
        place
            .map(it ->
                message.with(RUN_ID, it.runId()).with(SEQUENCE, Integer.toString(it.number())))
            .orElse(message);
    return format
        .map(it -> placed.with(TextFormat.HEADER, it))
        .orElse(placed)
        .withBody(Base64Text.of(text));
  }

  /**
   * Reads what a client hands over, be it base64 or not.
   *
   * @throws MalformedCommand when it is no text, no base64 where it says so, holds NUL, or is
   *     numbered by something else than a number
   */
  public static OfflineText of(MimeMessage message) throws MalformedCommand {
    if (!message.contentType().equals(TextMessage.CONTENT_TYPE)) {
      throw new MalformedCommand(Fault.SYNTAX, "no text but " + message.contentType());
    }
    String text = text(message);
    if (text.indexOf('\0') >= 0) {
      throw new MalformedCommand(Fault.SYNTAX, "NUL in a text");
    }
    return new OfflineText(text, message.header(TextFormat.HEADER), place(message.headers()));
  }

  /** Reads what a client hands over within XML, where blank lines may stand in front of it. */
  public static OfflineText read(String content) throws MalformedCommand {
    return of(MimeMessage.read(content.stripLeading().getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(MimeMessage message) throws MalformedCommand {
    String encoding = message.header(ENCODING).orElse("").toLowerCase(Locale.ROOT);
    if (!encoding.equals(BASE64)) {
      return message.text();
    }
    return Base64Text.read(message.body())
        .orElseThrow(() -> new MalformedCommand(Fault.SYNTAX, "a text that is no base64"));
  }

  private static Optional<Place> place(Headers headers) throws MalformedCommand {
    Optional<String> runId = headers.first(RUN_ID).filter(it -> !it.isEmpty());
    if (runId.isEmpty()) {
      return Optional.empty();
    }
    long number = headers.number(SEQUENCE);
    if (number > Integer.MAX_VALUE) {
      throw new MalformedCommand(Fault.SYNTAX, SEQUENCE + " is too large");
    }
    return Optional.of(new Place(runId.get(), (int) number));
  }
}

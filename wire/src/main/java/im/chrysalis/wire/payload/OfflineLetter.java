package im.chrysalis.wire.payload;

import im.chrysalis.values.EmailAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/**
 * An offline message as its recipient gets it from the mail service: a mail that carries an {@link
 * OfflineText}, which can be read from it with {@link OfflineText#of}.
 *
 * <p>COMPAT Pidgin: {@code From} and {@code Date} are there, the date has no weekday and a numeric
 * zone, and the text is in base64, whatever it is. COMPAT JML: the arrival time has a fraction.
 * COMPAT emesene: name and address stand behind one blank each.
 *
 * @param id by which it is fetched and deleted
 * @param from who left it
 * @param name what the sender was called then
 * @param to for whom it is
 * @param sent when it was left
 * @param host the server's own name
 * @param text what is said
 * @see <a
 *     href="../../../../../../../../docs/protocol/offline-messages.md">docs/protocol/offline-messages.md</a>
 */
public record OfflineLetter(
    UUID id,
    EmailAddress from,
    String name,
    EmailAddress to,
    Instant sent,
    String host,
    OfflineText text) {
  private static final DateTimeFormatter DATE = utc("d MMM yyyy HH:mm:ss");
  private static final DateTimeFormatter WEEKDAY = utc("EEE, d MMM yyyy HH:mm:ss");
  private static final DateTimeFormatter ARRIVAL = utc("dd MMM yyyy HH:mm:ss.SSSS");

  /** From 1601 to 1970, in units of 100 nanoseconds. */
  private static final long FILETIME_EPOCH = 116_444_736_000_000_000L;

  /** The mail. */
  public MimeMessage message() {
    String place = text.place().map(OfflineText.Place::runId).orElse("{" + upper(id) + "}");
    int number = text.place().map(OfflineText.Place::number).orElse(1);
    Headers head =
        Headers.NONE
            .with("X-Message-Info", upper(id).replace("-", ""))
            .with(
                "Received",
                "from OIM by " + host + " with MSNP; " + WEEKDAY.format(sent) + " -0000")
            .with("From", EncodedWord.of(name) + " <" + from + ">")
            .with("To", to.text())
            .with("Subject", "")
            .with("X-OIMProxy", "MSNMSGR")
            .with("MIME-Version", "1.0")
            .with("Content-Type", TextMessage.CONTENT_TYPE + "; charset=UTF-8")
            .with(OfflineText.ENCODING, OfflineText.BASE64)
            .with(OfflineText.TYPE, OfflineText.OFFLINE)
            .with(OfflineText.RUN_ID, place)
            .with(OfflineText.SEQUENCE, Integer.toString(number));
    Headers formatted = text.format().map(it -> head.with(TextFormat.HEADER, it)).orElse(head);
    Headers whole =
        formatted
            .with("Message-ID", "<" + upper(id) + "@" + host + ">")
            .with(
                "X-OriginalArrivalTime",
                ARRIVAL.format(sent) + " (UTC) FILETIME=[" + filetime(sent) + "]")
            .with("Date", DATE.format(sent) + " +0000")
            .with("Return-Path", "ndr@" + host);
    return new MimeMessage(whole, new byte[0]).withBody(Base64Text.of(text.text()));
  }

  /** Low half first, unlike the number it is. */
  static String filetime(Instant time) {
    long ticks = FILETIME_EPOCH + time.getEpochSecond() * 10_000_000L + time.getNano() / 100;
    return "%08X:%08X".formatted((int) ticks, (int) (ticks >>> 32));
  }

  private static String upper(UUID id) {
    return id.toString().toUpperCase(Locale.ROOT);
  }

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
  }
}

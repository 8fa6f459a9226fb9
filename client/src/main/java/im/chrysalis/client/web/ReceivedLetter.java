package im.chrysalis.client.web;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.payload.EncodedWord;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.payload.OfflineText;
import im.chrysalis.wire.xml.Element;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An offline message as its recipient gets it: a mail.
 *
 * @param name what the sender was called then
 * @param sent when it was left; nothing where the mail does not say
 * @param text what is said, lines end with {@code \n}
 * @param place its place among those that the sender left in one go
 */
public record ReceivedLetter(
    EmailAddress from,
    String name,
    Optional<Instant> sent,
    String text,
    Optional<OfflineText.Place> place) {
  private static final Pattern FROM = Pattern.compile("(.*)<([^<>]+)>\\s*");

  /** {@code 2 Jan 2024 03:04:05 +0000}, also with a weekday in front. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("[EEE, ]d MMM uuuu HH:mm:ss Z", Locale.US);

  /**
   * Reads the answer to {@link MailWish#message}.
   *
   * @throws MalformedCommand when there is no mail in it, or none that can be read
   */
  public static ReceivedLetter read(Element operation) throws MalformedCommand {
    String mail =
        operation
            .textOf("GetMessageResult")
            .orElseThrow(() -> new MalformedCommand(Fault.SYNTAX, "no mail"));
    return of(MimeMessage.read(mail.stripLeading().getBytes(StandardCharsets.UTF_8)));
  }

  private static ReceivedLetter of(MimeMessage mail) throws MalformedCommand {
    OfflineText text = OfflineText.of(mail);
    String from = mail.header("From").orElse("");
    Matcher parts = FROM.matcher(from);
    boolean named = parts.matches();
    EmailAddress who =
        EmailAddress.parse(named ? parts.group(2).strip() : from.strip())
            .orElseThrow(() -> new MalformedCommand(Fault.ADDRESS, "a mail of nobody"));
    String name = named ? name(parts.group(1).strip()) : "";
    return new ReceivedLetter(
        who,
        name.isEmpty() ? who.text() : name,
        mail.header("Date").flatMap(ReceivedLetter::date),
        text.text().replace("\r\n", "\n"),
        text.place());
  }

  private static String name(String word) {
    return EncodedWord.read(word).orElse(word);
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip(), DATE).toInstant());
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }
}

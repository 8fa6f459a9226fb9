package im.chrysalis.domain.account;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a ticket by which it is known again. Whoever has it has the ticket.
 *
 * @param word 32 random bytes in base64 without padding, so that it can stand in a cookie, in an
 *     address, in XML and on a line of MSNP
 */
public record TicketId(String word) {
  private static final int BYTES = 32;

  /** More than any form of a ticket of ours takes, with room for the cookies of others. */
  private static final int MOST_PRESENTED = 8192;

  private static final String WORD = "([A-Za-z0-9._*!-]{1,400})";

  /** The forms in which clients present tickets; the first that is found counts. */
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("\\bMSPAuth=(?:t=)?" + WORD), // a cookie
          Pattern.compile("<(?:\\w{1,40}:)?t>" + WORD + "<"), // <PassportCookie><t>…</t><p>…</p>
          // t=…&p=…, alone, within an attribute or an element, or within escaped XML
          Pattern.compile("(?<![A-Za-z0-9._*!-])t=" + WORD),
          // COMPAT aMSN: cuts the ticket at each equals sign
          Pattern.compile("^\\s*" + WORD + "(?:&.{0,400})?\\s*$"));

  /**
   * A fresh id.
   *
   * @param random one that can't be foretold, such as {@link java.security.SecureRandom}
   */
  public static TicketId fresh(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new TicketId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /**
   * The id in what a client presents: {@code t=…&p=…}; the same escaped for XML or for an address,
   * within an element or an attribute, or cut at its end; the bare id; a cookie {@code MSPAuth=…};
   * or the elements {@code <t>…</t><p>…</p>}. What stands behind the id does not matter.
   */
  public static Optional<TicketId> read(String presented) {
    if (presented.length() > MOST_PRESENTED) {
      return Optional.empty();
    }
    String plain = decoded(presented);
    for (Pattern form : FORMS) {
      Matcher found = form.matcher(plain);
      if (found.find()) {
        return Optional.of(new TicketId(found.group(1)));
      }
    }
    return Optional.empty();
  }

  private static String decoded(String presented) {
    if (presented.indexOf('%') < 0) {
      return presented;
    }
    try {
      return URLDecoder.decode(presented, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEscaped) {
      return presented; // an id needs no escaping, so it may still be found
    }
  }

  @Override
  public String toString() {
    return "TicketId";
  }
}

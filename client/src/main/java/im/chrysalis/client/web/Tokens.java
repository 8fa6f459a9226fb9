package im.chrysalis.client.web;

import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.MalformedXml;
import im.chrysalis.wire.xml.XmlReader;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a token service answers to a {@link TokenCall}. */
public sealed interface Tokens {
  /**
   * Tickets.
   *
   * @param bySite the whole text of each, by the site that it is for, in lower case
   * @param secret of the one that signs in, in base64
   */
  record Given(Map<String, String> bySite, Optional<String> secret) implements Tokens {
    public Given {
      bySite = Map.copyOf(bySite);
    }

    /** Not the tickets: who has them is signed in. */
    @Override
    public String toString() {
      return "Given" + bySite.keySet();
    }
  }

  record WrongPassword() implements Tokens {}

  /** Somewhere else; an address as it came. */
  record Elsewhere(String address) implements Tokens {}

  /** None, for another reason. */
  record Refused(String why) implements Tokens {}

  /** The values by which the library of the official client knows a wrong password. */
  Set<String> WRONG_PASSWORD = Set.of("0x80048821", "0x80041012");

  /**
   * Reads an answer of either version.
   *
   * @throws MalformedXml when it is none
   */
  static Tokens read(byte[] document) throws MalformedXml {
    return switch (Answer.read(document)) {
      case Answer.Given _ -> tokens(XmlReader.readAnswer(document));
      case Answer.Refused(var fault) -> refusal(fault, XmlReader.readAnswer(document));
    };
  }

  private static Tokens tokens(Element envelope) throws MalformedXml {
    Map<String, String> bySite = new HashMap<>();
    Optional<String> secret = Optional.empty();
    for (Element token : envelope.all("RequestSecurityTokenResponse").toList()) {
      String site =
          token.textOf("Address").map(it -> it.strip().toLowerCase(Locale.ROOT)).orElse("");
      Optional<String> ticket = token.textOf("BinarySecurityToken").map(String::strip);
      if (ticket.isPresent() && isWord(ticket.get())) {
        bySite.putIfAbsent(site, ticket.get());
        if (site.equals(TokenCall.MESSENGER)) {
          secret = token.textOf("BinarySecret").map(String::strip).filter(Tokens::isSecret);
        }
      }
    }
    if (!bySite.containsKey(TokenCall.MESSENGER)) {
      throw new MalformedXml("no ticket to sign in with");
    }
    return new Given(bySite, secret);
  }

  /** Whether it can stand on a line; anything else would break it. */
  private static boolean isWord(String ticket) {
    return !ticket.isEmpty() && ticket.chars().allMatch(c -> c > ' ' && c < 0x7F);
  }

  private static boolean isSecret(String text) {
    try {
      return Base64.getDecoder().decode(text).length > 0;
    } catch (IllegalArgumentException noBase64) {
      return false;
    }
  }

  private static Tokens refusal(Fault fault, Element envelope) {
    Optional<String> elsewhere = envelope.textOf("redirectUrl").map(String::strip);
    if (elsewhere.isPresent()) {
      return new Elsewhere(elsewhere.get());
    }
    boolean wrong =
        fault.code().equals("FailedAuthentication")
            || envelope.all("value").anyMatch(it -> WRONG_PASSWORD.contains(it.stripped()));
    return wrong ? new WrongPassword() : new Refused(fault.code() + " " + fault.text());
  }
}

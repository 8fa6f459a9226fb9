package im.chrysalis.server.web.passport;

import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.MalformedXml;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client asks of RST.srf or RST2.srf: who it is, and for which services it wants tokens.
 *
 * @param name who asks; empty when the client renews a ticket instead of giving a password
 * @param password as it was given
 * @param renewal the token of a ticket to be renewed
 * @param wanted for what, in the order of the request; at least one
 */
record TokenRequest(
    String name, String password, Optional<String> renewal, List<WantedToken> wanted) {
  /** Clients ask for seven at most. */
  private static final int MOST_WANTED = 32;

  private static final int LONGEST_ADDRESS = 256;
  private static final int MOST_NUMBER = 99;

  private static final Pattern NUMBER = Pattern.compile("RST([0-9]{1,4})");

  private static final Pattern PASSWORD_TAG =
      Pattern.compile("<((?:\\w{1,20}:)?Password)(?:\\s[^<>]{0,200})?>");

  /**
   * Reads a request of either version, by the names of its elements.
   *
   * @throws MalformedXml when it is not well-formed, or asks for nothing
   */
  static TokenRequest read(byte[] body) throws MalformedXml {
    try {
      return of(XmlReader.read(body));
    } catch (MalformedXml malformed) {
      // COMPAT JML: puts the password in as it is
      Optional<String> repaired = repaired(new String(body, StandardCharsets.UTF_8));
      if (repaired.isEmpty()) {
        throw malformed;
      }
      return of(XmlReader.read(repaired.get().getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** The same document with what stands between the tags of the password escaped. */
  private static Optional<String> repaired(String document) {
    Matcher tag = PASSWORD_TAG.matcher(document);
    if (!tag.find()) {
      return Optional.empty();
    }
    int end = document.lastIndexOf("</" + tag.group(1));
    return end < tag.end()
        ? Optional.empty()
        : Optional.of(
            document.substring(0, tag.end())
                + Markup.text(document.substring(tag.end(), end)).xml()
                + document.substring(end));
  }

  private static TokenRequest of(Element envelope) throws MalformedXml {
    Optional<Element> user = envelope.first("UsernameToken");
    return new TokenRequest(
        user.flatMap(it -> it.textOf("Username")).orElse(""),
        user.flatMap(it -> it.textOf("Password")).orElse(""),
        user.isPresent() ? Optional.empty() : renewal(envelope),
        wanted(envelope));
  }

  private static Optional<String> renewal(Element envelope) {
    return envelope.first("Security").flatMap(it -> it.textOf("CipherValue")).map(String::strip);
  }

  private static List<WantedToken> wanted(Element envelope) throws MalformedXml {
    List<Element> elements = envelope.all("RequestSecurityToken").limit(MOST_WANTED + 1).toList();
    if (elements.size() > MOST_WANTED) {
      throw new MalformedXml("asks for too many tokens");
    }
    List<WantedToken> wanted = new ArrayList<>();
    for (Element element : elements) {
      // one without address is for a certificate, which is not answered
      element
          .textOf("Address")
          .map(String::strip)
          .filter(address -> !address.isEmpty() && address.length() <= LONGEST_ADDRESS)
          .ifPresent(address -> wanted.add(wanted(element, address, wanted)));
    }
    if (wanted.isEmpty()) {
      throw new MalformedXml("asks for nothing");
    }
    return List.copyOf(wanted);
  }

  private static WantedToken wanted(Element element, String address, List<WantedToken> before) {
    String policy =
        element
            .first("PolicyReference")
            .flatMap(it -> Optional.ofNullable(it.attributes().get("URI")))
            .orElse("");
    int next = (int) before.stream().filter(it -> !it.isForRenewal()).count() + 1;
    return new WantedToken(number(element).orElse(next), address, policy);
  }

  private static Optional<Integer> number(Element element) {
    return Optional.ofNullable(element.attributes().get("Id"))
        .map(NUMBER::matcher)
        .filter(Matcher::matches)
        .map(id -> Integer.valueOf(id.group(1)))
        .filter(number -> number <= MOST_NUMBER);
  }

  @Override
  public String toString() {
    return "TokenRequest[" + name + ", " + wanted + "]";
  }
}

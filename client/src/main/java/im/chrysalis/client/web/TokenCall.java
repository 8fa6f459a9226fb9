package im.chrysalis.client.web;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for tickets in exchange for a password: {@code RST.srf}, or {@code RST2.srf}.
 *
 * @see <a href="../../../../../../../../../docs/protocol/passport.md">docs/protocol/passport.md</a>
 */
public final class TokenCall {
  /** The service whose ticket signs in, and comes with a secret. */
  public static final String MESSENGER = "messengerclear.live.com";

  private static final String BASE = "http://Passport.NET/tb";
  private static final int MINUTES = 5;

  /** Whom tickets are for, and under which policy; that of the messenger is the server's to say. */
  private static final Map<String, String> SITES = sites();

  private static final Template TOKEN = Template.beside(TokenCall.class, "token-request.xml");
  private static final Template POLICY =
      Template.of("<{prefix}:PolicyReference URI=\"{policy}\"></{prefix}:PolicyReference>");

  /** SOAP 1.1. */
  public static final TokenCall RST =
      new TokenCall(
          "/RST.srf",
          Call.SOAP_1_1,
          "rst-request.xml",
          "http://schemas.xmlsoap.org/ws/2004/04/security/trust/Issue",
          "wsse");

  /** SOAP 1.2. */
  public static final TokenCall RST2 =
      new TokenCall(
          "/RST2.srf",
          Call.SOAP_1_2,
          "rst2-request.xml",
          "http://schemas.xmlsoap.org/ws/2005/02/trust/Issue",
          "wsp");

  /** The one that more services know first. */
  public static final List<TokenCall> VERSIONS = List.of(RST, RST2);

  private final String path;
  private final String contentType;
  private final Template envelope;
  private final String kind;
  private final String policyPrefix;

  private TokenCall(
      String path, String contentType, String file, String kind, String policyPrefix) {
    this.path = path;
    this.contentType = contentType;
    this.envelope = Template.beside(TokenCall.class, file);
    this.kind = kind;
    this.policyPrefix = policyPrefix;
  }

  private static Map<String, String> sites() {
    Map<String, String> sites = new LinkedHashMap<>();
    sites.put(BookWish.SITE, "MBI");
    sites.put(MailWish.SITE, "?id=507");
    sites.put(StoreWish.SITE, "MBI_SSL");
    return sites;
  }

  /**
   * The request.
   *
   * @param policy under which the ticket for signing in is asked for
   */
  public Call of(EmailAddress account, String password, String policy, Instant now) {
    Map<String, Object> values = new LinkedHashMap<>();
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    values.put("account", account.text());
    values.put("password", password);
    values.put("number", second.getEpochSecond());
    values.put("now", second);
    values.put("soon", second.plus(MINUTES, ChronoUnit.MINUTES));
    values.put("tokens", Markup.joined(tokens(policy).stream()));
    return new Call(
        path, contentType, Optional.empty(), Optional.empty(), envelope.fillByName(values));
  }

  private List<Markup> tokens(String policy) {
    List<Markup> tokens = new ArrayList<>();
    tokens.add(token(0, BASE, Markup.NONE));
    tokens.add(token(1, MESSENGER, policy(policy)));
    SITES.forEach((site, siteSays) -> tokens.add(token(tokens.size(), site, policy(siteSays))));
    return tokens;
  }

  private Markup policy(String policy) {
    return POLICY.fill(policyPrefix, policy, policyPrefix);
  }

  private Markup token(int number, String address, Markup policy) {
    return TOKEN.fill(number, kind, address, policy);
  }
}

package im.chrysalis.server.web.passport;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Ticket;
import im.chrysalis.domain.account.Ticket.Mechanism;
import im.chrysalis.server.web.xml.XmlTemplate;
import im.chrysalis.server.web.xml.XmlText;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The words of the token service's answers. All tokens of one answer are the same ticket; they are
 * in the order of the request, and none is there that was not asked for.
 */
final class TokenAnswer {
  private static final XmlTemplate COLLECTION = template("collection.xml");
  private static final XmlTemplate TOKEN = template("token.xml");
  private static final XmlTemplate RENEWAL_TOKEN = template("renewal-token.xml");
  private static final XmlTemplate PROPERTIES = template("pp.xml");
  private static final XmlTemplate NO_PROPERTIES = template("pp-refused.xml");
  private static final Duration FRESHNESS = Duration.ofMinutes(5);
  private static final String RENEWAL_ID = "BinaryDAToken0";

  private final TokenVersion version;
  private final Instant now;

  /** An answer of a moment. */
  TokenAnswer(TokenVersion version, Instant now) {
    this.version = version;
    this.now = now.truncatedTo(ChronoUnit.SECONDS); // COMPAT MSNPSharp: no fractions
  }

  private static XmlTemplate template(String file) {
    return XmlTemplate.beside(TokenAnswer.class, file);
  }

  /** The answer to a right password. */
  String issued(Ticket ticket, List<WantedToken> wanted, InetAddress client) {
    return envelope(ticket, client, "", collection(ticket, wanted));
  }

  /** An answer with another body than usual. */
  String envelope(Ticket ticket, InetAddress client, String security, String body) {
    Map<String, String> values = values();
    values.put("security", security);
    values.put("pp", properties(ticket.account(), client));
    values.put("soon", now.plus(FRESHNESS).toString());
    values.put("body", body);
    return version.envelope().fill(values);
  }

  private String properties(Account account, InetAddress client) {
    Map<String, String> values = values();
    HexFormat hex = HexFormat.of();
    values.put("puid", hex.withUpperCase().toHexDigits(account.cid()));
    values.put("cid", hex.toHexDigits(account.cid()));
    values.put("account", account.card().address().text());
    values.put("name", account.card().name());
    values.put("ip", client.getHostAddress());
    values.put(
        "dataVersion",
        version.mechanism() == Mechanism.RST2 ? "<psf:appDataVersion>1</psf:appDataVersion>" : "");
    return PROPERTIES.fill(values);
  }

  /**
   * The tokens, in an element that names all its namespaces.
   *
   * <p>COMPAT libpurple: white space between tokens would crash it.
   */
  String collection(Ticket ticket, List<WantedToken> wanted) {
    Map<String, String> values = values();
    values.put(
        "tokens", wanted.stream().map(it -> token(ticket, it)).collect(Collectors.joining()));
    return COLLECTION.fill(values);
  }

  private String token(Ticket ticket, WantedToken wanted) {
    boolean renewal = wanted.isForRenewal();
    String id = renewal ? RENEWAL_ID : "Compact" + wanted.number();
    String token = renewal ? renewalToken(ticket, id) : compactToken(ticket, id);
    Map<String, String> values = values();
    values.put("kind", renewal ? "legacy" : "compact");
    values.put("address", wanted.address());
    values.put("expires", ticket.expires().toString());
    values.put("token", token);
    values.put("id", id);
    values.put("type", renewal ? "urn:passport" : "urn:passport:compact");
    values.put("digest", digest(token));
    values.put("references", version.references().fill(values));
    values.put("proof", proof(ticket, wanted));
    return TOKEN.fill(values);
  }

  private static String compactToken(Ticket ticket, String id) {
    return "<wsse:BinarySecurityToken Id=\"%s\">%s</wsse:BinarySecurityToken>"
        .formatted(id, XmlText.escaped(ticket.text()));
  }

  private static String renewalToken(Ticket ticket, String id) {
    return RENEWAL_TOKEN.fill(Map.of("id", id, "cipher", RenewalToken.of(ticket)));
  }

  private static String proof(Ticket ticket, WantedToken wanted) {
    if (!wanted.isForRenewal() && !wanted.needsProof()) {
      return "";
    }
    String secret = (wanted.isForRenewal() ? ticket.renewal() : ticket.proof()).base64();
    return "<wst:RequestedProofToken><wst:BinarySecret>%s</wst:BinarySecret></wst:RequestedProofToken>"
        .formatted(secret);
  }

  /** The answer to a wrong password; the sentence is shown to the person. */
  String refused(String sentence) {
    return fault(
        sentence,
        Map.of(
            "code", "wsse:FailedAuthentication",
            "subcode", "wst:FailedAuthentication",
            "status", "0x80048821", // COMPAT Miranda: takes no other for a wrong password
            "internal", "0x80041012"));
  }

  /** The answer to what is no request. */
  String malformed() {
    return fault(
        "Invalid Request",
        Map.of(
            "code", "S:Client",
            "subcode", "wst:InvalidRequest",
            "status", "0x80048820",
            "internal", "0x80045c01"));
  }

  private String fault(String sentence, Map<String, String> codes) {
    Map<String, String> values = values();
    values.putAll(codes);
    values.put("sentence", sentence);
    values.put("pp", NO_PROPERTIES.fill(values));
    return version.fault().fill(values);
  }

  private Map<String, String> values() {
    Map<String, String> values = new HashMap<>(version.names());
    values.put("now", now.toString());
    values.put("created", now.toString());
    return values;
  }

  private static String digest(String token) {
    try {
      byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}

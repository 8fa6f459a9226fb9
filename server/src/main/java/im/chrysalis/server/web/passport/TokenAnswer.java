package im.chrysalis.server.web.passport;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Ticket;
import im.chrysalis.domain.account.Ticket.Mechanism;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
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

/**
 * The words of the token service's answers. All tokens of one answer are the same ticket; they are
 * in the order of the request, and none is there that was not asked for.
 */
final class TokenAnswer {
  private static final Template COLLECTION = template("collection.xml");
  private static final Template TOKEN = template("token.xml");
  private static final Template COMPACT_TOKEN =
      Template.of("<wsse:BinarySecurityToken Id=\"{id}\">{token}</wsse:BinarySecurityToken>");
  private static final Template RENEWAL_TOKEN = template("renewal-token.xml");
  private static final Template PROOF =
      Template.of(
          """
          <wst:RequestedProofToken>
            <wst:BinarySecret>{secret}</wst:BinarySecret>
          </wst:RequestedProofToken>
          """);
  private static final Template PROPERTIES = template("pp.xml");
  private static final Template NO_PROPERTIES = template("pp-refused.xml");
  private static final Markup DATA_VERSION =
      new Markup("<psf:appDataVersion>1</psf:appDataVersion>");
  private static final Duration FRESHNESS = Duration.ofMinutes(5);
  private static final String RENEWAL_ID = "BinaryDAToken0";

  private final TokenVersion version;
  private final Instant now;

  /** An answer of a moment. */
  TokenAnswer(TokenVersion version, Instant now) {
    this.version = version;
    this.now = now.truncatedTo(ChronoUnit.SECONDS); // COMPAT MSNPSharp: no fractions
  }

  private static Template template(String file) {
    return Template.beside(TokenAnswer.class, file);
  }

  /** The answer to a right password. */
  String issued(Ticket ticket, List<WantedToken> wanted, InetAddress client) {
    return envelope(ticket, client, Markup.NONE, collection(ticket, wanted));
  }

  /** An answer with another body than usual. */
  String envelope(Ticket ticket, InetAddress client, Markup security, Markup body) {
    Map<String, Object> values = values();
    values.put("security", security);
    values.put("pp", properties(ticket.account(), client));
    values.put("soon", now.plus(FRESHNESS).toString());
    values.put("body", body);
    return version.envelope().fillByName(values).xml();
  }

  private Markup properties(Account account, InetAddress client) {
    Map<String, Object> values = values();
    HexFormat hex = HexFormat.of();
    values.put("puid", hex.withUpperCase().toHexDigits(account.cid()));
    values.put("cid", hex.toHexDigits(account.cid()));
    values.put("account", account.card().address().text());
    values.put("name", account.card().name());
    values.put("ip", client.getHostAddress());
    values.put("dataVersion", version.mechanism() == Mechanism.RST2 ? DATA_VERSION : Markup.NONE);
    return PROPERTIES.fillByName(values);
  }

  /**
   * The tokens, in an element that names all its namespaces.
   *
   * <p>COMPAT libpurple: white space between tokens would crash it.
   */
  Markup collection(Ticket ticket, List<WantedToken> wanted) {
    Map<String, Object> values = values();
    values.put("tokens", Markup.joined(wanted.stream().map(it -> token(ticket, it))));
    return COLLECTION.fillByName(values);
  }

  private Markup token(Ticket ticket, WantedToken wanted) {
    boolean renewal = wanted.isForRenewal();
    String id = renewal ? RENEWAL_ID : "Compact" + wanted.number();
    Markup token =
        renewal
            ? RENEWAL_TOKEN.fill(id, RenewalToken.of(ticket))
            : COMPACT_TOKEN.fill(id, ticket.text());
    Map<String, Object> values = values();
    values.put("kind", renewal ? "legacy" : "compact");
    values.put("address", wanted.address());
    values.put("expires", ticket.expires().toString());
    values.put("token", token);
    values.put("id", id);
    values.put("type", renewal ? "urn:passport" : "urn:passport:compact");
    values.put("digest", digest(token.xml()));
    values.put("references", version.references().fillByName(values));
    values.put("proof", proof(ticket, wanted));
    return TOKEN.fillByName(values);
  }

  private static Markup proof(Ticket ticket, WantedToken wanted) {
    if (!wanted.isForRenewal() && !wanted.needsProof()) {
      return Markup.NONE;
    }
    return PROOF.fill((wanted.isForRenewal() ? ticket.renewal() : ticket.proof()).base64());
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
    Map<String, Object> values = values();
    values.putAll(codes);
    values.put("sentence", sentence);
    values.put("pp", NO_PROPERTIES.fillByName(values));
    return version.fault().fillByName(values).xml();
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>(version.names());
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

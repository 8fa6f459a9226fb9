package im.chrysalis.testkit;

import im.chrysalis.testkit.Template.Part.Answer;
import im.chrysalis.testkit.Template.Part.Length;
import im.chrysalis.testkit.Template.Part.Literal;
import im.chrysalis.testkit.Template.Part.Md5;
import im.chrysalis.testkit.Template.Part.Named;
import im.chrysalis.testkit.Template.Part.Proof;
import im.chrysalis.testkit.Template.Part.Rest;
import im.chrysalis.testkit.Template.Part.SecretTicket;
import im.chrysalis.testkit.Template.Part.Ticket;
import im.chrysalis.testkit.Template.Part.Unnamed;
import im.chrysalis.wire.challenge.Product;
import im.chrysalis.wire.challenge.TicketProof;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes with holes: filled in to be sent, matched against what arrives. */
record Template(List<Part> parts) {
  private static final int DIGITS = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What a template is made of. */
  sealed interface Part {
    /** Exactly these bytes. */
    record Literal(String bytes) implements Part {}

    /** {@code {version}}: the same bytes wherever the name stands. */
    record Named(String name) implements Part {}

    /** {@code {}}: whatever is there. */
    record Unnamed() implements Part {}

    /** <code>{...}</code>: all that follows. */
    record Rest() implements Part {}

    /** {@code {len}}: the length of the payload. */
    record Length() implements Part {}

    /** {@code {md5 challenge alice's password}}: the digest of the words in lower-case hex. */
    record Md5(List<Part> words) implements Part {}

    /** {@code {answer challenge "PROD0119GSJUC$18"}}: what a program answers since MSNP11. */
    record Answer(String challenge, Product program) implements Part {}

    /** {@code {ticket alice}}: a fresh ticket of hers, as a client shows it. */
    record Ticket(String person) implements Part {}

    /** {@code {secret ticket alice}}: a fresh ticket of hers that came with a secret. */
    record SecretTicket(String person) implements Part {}

    /**
     * {@code {proof alice nonce}}: that her client knows the secret of its latest ticket, for a
     * nonce.
     */
    record Proof(String person, String nonce) implements Part {}
  }

  /** How much a hole may stand for. */
  enum Extent {
    /** A word or a part of one. */
    LINE("[^ \\r\\n]+", "[^\\r\\n]*"),
    /** Anything on one line, also nothing. */
    PAYLOAD("[^\\r\\n]*", "[\\s\\S]*");

    private final String hole;
    private final String rest;

    Extent(String hole, String rest) {
      this.hole = hole;
      this.rest = rest;
    }
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** How many bytes it has; nothing when that depends on what is received. */
  OptionalInt length() {
    int length = 0;
    for (Part part : parts) {
      switch (part) {
        case Literal(String bytes) -> length += bytes.length();
        case Md5 _, Answer _ -> length += DIGITS;
        case Named _, Unnamed _, Rest _, Length _, Ticket _, SecretTicket _, Proof _ -> {
          return OptionalInt.empty();
        }
      }
    }
    return OptionalInt.of(length);
  }

  boolean contains(Class<? extends Part> kind) {
    return parts.stream().anyMatch(kind::isInstance);
  }

  /**
   * The bytes to send.
   *
   * @param payloadLength what {@code {len}} stands for
   * @throws Unfilled when a name stands for nothing yet
   */
  String filled(Captures captures, int payloadLength) throws Unfilled {
    var bytes = new StringBuilder();
    for (Part part : parts) {
      bytes.append(
          switch (part) {
            case Literal(String literal) -> literal;
            case Named(String name) -> known(name, captures);
            case Length _ -> Integer.toString(payloadLength);
            case Md5(List<Part> words) -> digest(words, captures);
            case Answer it -> answer(it, captures);
            case Ticket(String person) -> captures.ticket(person);
            case SecretTicket(String person) -> captures.secretTicket(person);
            case Proof it -> proof(it, captures);
            case Unnamed _, Rest _ -> throw new Unfilled("{} can't be sent");
          });
    }
    return bytes.toString();
  }

  /**
   * What the names stand for that are new with these bytes; nothing when the bytes do not fit.
   *
   * @throws Unfilled when a digest is to be made of a name that stands for nothing yet
   */
  Optional<Map<String, String>> match(String bytes, Captures captures, Extent extent)
      throws Unfilled {
    var pattern = new StringBuilder();
    var groups = new LinkedHashMap<String, String>();
    for (Part part : parts) {
      pattern.append(
          switch (part) {
            case Literal(String literal) -> Pattern.quote(literal);
            case Named(String name) -> named(name, captures, groups, extent);
            case Unnamed _ -> extent.hole;
            case Length _ -> "\\d+";
            case Rest _ -> extent.rest;
            case Md5(List<Part> words) -> Pattern.quote(digest(words, captures));
            case Answer it -> Pattern.quote(answer(it, captures));
            case Ticket _, SecretTicket _ ->
                throw new Unfilled("a fresh ticket is sent and never received");
            case Proof _ -> throw new Unfilled("a proof is sent and never received");
          });
    }
    Matcher matcher = Pattern.compile(pattern.toString()).matcher(bytes);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var found = new LinkedHashMap<String, String>();
    groups.forEach((name, group) -> found.put(name, matcher.group(group)));
    return Optional.of(found);
  }

  /** The template as the transcript has it, with what its names stand for so far. */
  String shown(Captures captures) {
    var shown = new StringBuilder();
    for (Part part : parts) {
      shown.append(
          switch (part) {
            case Literal(String literal) -> Bytes.shown(literal);
            case Named(String name) ->
                captures.find(name).map(it -> Bytes.shown(it.bytes())).orElse("{" + name + "}");
            case Unnamed _ -> "{}";
            case Length _ -> "{len}";
            case Rest _ -> "{...}";
            case Answer it -> "{answer " + it.challenge() + "}";
            case Ticket(String person) -> "{ticket " + person + "}";
            case SecretTicket(String person) -> "{secret ticket " + person + "}";
            case Proof(String person, String nonce) -> "{proof " + person + " " + nonce + "}";
            case Md5(List<Part> words) -> {
              try {
                yield digest(words, captures);
              } catch (Unfilled _) {
                yield "{md5 ...}";
              }
            }
          });
    }
    return shown.toString();
  }

  /** A name stands for nothing yet. */
  static final class Unfilled extends Complaint {
    private static final long serialVersionUID = 1L;

    Unfilled(String message) {
      super(message);
    }
  }

  private static String named(
      String name, Captures captures, Map<String, String> groups, Extent extent) {
    var captured = captures.find(name);
    if (captured.isPresent()) {
      return Pattern.quote(captured.get().bytes());
    }
    String group = groups.get(name);
    if (group != null) {
      return "\\k<" + group + ">";
    }
    group = "hole" + groups.size();
    groups.put(name, group);
    return "(?<" + group + ">" + extent.hole + ")";
  }

  private static String known(String name, Captures captures) throws Unfilled {
    return captures
        .find(name)
        .orElseThrow(() -> new Unfilled("{" + name + "} has not been received yet"))
        .bytes();
  }

  private static String answer(Answer it, Captures captures) throws Unfilled {
    return it.program().answerSinceMsnp11(known(it.challenge(), captures));
  }

  private static String proof(Proof it, Captures captures) throws Unfilled {
    byte[] secret =
        captures
            .secret(it.person())
            .orElseThrow(() -> new Unfilled(it.person() + " has no ticket with a secret yet"));
    return TicketProof.of(secret, known(it.nonce(), captures), RANDOM);
  }

  private static String digest(List<Part> words, Captures captures) throws Unfilled {
    String bytes = new Template(words).filled(captures, 0);
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(Bytes.array(bytes));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The template of a text in which braces and backslashes have their meaning. */
  static Template of(String source) throws TemplateReader.Malformed {
    return new TemplateReader(Bytes.ofText(source)).read();
  }
}

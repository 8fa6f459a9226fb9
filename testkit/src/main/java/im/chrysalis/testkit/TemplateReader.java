package im.chrysalis.testkit;

import im.chrysalis.testkit.Template.Part;
import im.chrysalis.wire.challenge.Products;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads templates: {@code \r \n \t \\ \{ \} \xNN} are bytes, braces are holes. */
final class TemplateReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern TICKET = Pattern.compile("ticket ([a-z][a-z0-9]*)");
  private static final Pattern SECRET_TICKET = Pattern.compile("secret ticket ([a-z][a-z0-9]*)");
  private static final Pattern PROOF = Pattern.compile("proof ([a-z][a-z0-9]*) ([a-z][a-z0-9-]*)");
  private static final Pattern PLACE = Pattern.compile("place ([a-z][a-z0-9]*(?:/[a-z0-9]+)?)");
  private static final Pattern ANSWER = Pattern.compile("answer ([a-z][a-z0-9-]*) \"([^\"]*)\"");
  private static final Pattern MD5_WORD =
      Pattern.compile("\\G\\s+(?:\"([^\"]*)\"|([a-z][a-z0-9]*)'s password|([a-z][a-z0-9-]*))");

  private final String source;
  private int at;

  TemplateReader(String source) {
    this.source = source;
  }

  /** What is wrong with a template. */
  static final class Malformed extends Complaint {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  Template read() throws Malformed {
    var parts = new ArrayList<Part>();
    var literal = new StringBuilder();
    while (at < source.length()) {
      char c = source.charAt(at);
      switch (c) {
        case '\\' -> literal.append(escaped());
        case '{' -> {
          if (!literal.isEmpty()) {
            parts.add(new Part.Literal(literal.toString()));
            literal.setLength(0);
          }
          parts.add(hole());
        }
        case '}' -> throw new Malformed("a } without its {; the character itself is \\}");
        default -> {
          literal.append(c);
          at++;
        }
      }
    }
    if (!literal.isEmpty()) {
      parts.add(new Part.Literal(literal.toString()));
    }
    return new Template(List.copyOf(parts));
  }

  private char escaped() throws Malformed {
    if (at + 1 == source.length()) {
      throw new Malformed("a \\ at the end; the character itself is \\\\");
    }
    char escape = source.charAt(at + 1);
    at += 2;
    return switch (escape) {
      case 'r' -> '\r';
      case 'n' -> '\n';
      case 't' -> '\t';
      case '\\', '{', '}' -> escape;
      case 'x' -> hexByte();
      default -> throw new Malformed("unknown escape \\" + escape);
    };
  }

  private char hexByte() throws Malformed {
    String digits = source.substring(at, Math.min(at + 2, source.length()));
    if (!digits.matches("[0-9A-Fa-f]{2}")) {
      throw new Malformed("\\x needs two hex digits");
    }
    at += 2;
    return (char) Integer.parseInt(digits, 16);
  }

  private Part hole() throws Malformed {
    int end = closingBrace();
    String inside = source.substring(at + 1, end);
    at = end + 1;
    if (inside.startsWith("md5 ")) {
      return md5(inside.substring("md5".length()));
    }
    Matcher ticket = TICKET.matcher(inside);
    if (ticket.matches()) {
      return new Part.Ticket(ticket.group(1));
    }
    Matcher secretTicket = SECRET_TICKET.matcher(inside);
    if (secretTicket.matches()) {
      return new Part.SecretTicket(secretTicket.group(1));
    }
    Matcher proof = PROOF.matcher(inside);
    if (proof.matches()) {
      return new Part.Proof(proof.group(1), proof.group(2));
    }
    Matcher place = PLACE.matcher(inside);
    if (place.matches()) {
      return new Part.Literal(Person.place(place.group(1)));
    }
    Matcher answer = ANSWER.matcher(inside);
    if (answer.matches()) {
      return Products.find(answer.group(2))
          .map(program -> new Part.Answer(answer.group(1), program))
          .orElseThrow(() -> new Malformed("nobody knows the key of " + answer.group(2)));
    }
    return switch (inside) {
      case "", "_" -> new Part.Unnamed();
      case "..." -> new Part.Rest();
      case "len" -> new Part.Length();
      default -> {
        if (!NAME.matcher(inside).matches()) {
          throw new Malformed("{" + inside + "} is no name: lower-case letters, digits and -");
        }
        yield new Part.Named(inside);
      }
    };
  }

  private int closingBrace() throws Malformed {
    boolean quoted = false;
    for (int i = at + 1; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '}' && !quoted) {
        return i;
      }
    }
    throw new Malformed("a { without its }; the character itself is \\{");
  }

  private static Part md5(String words) throws Malformed {
    var parts = new ArrayList<Part>();
    Matcher matcher = MD5_WORD.matcher(words);
    int end = 0;
    while (matcher.find()) {
      end = matcher.end();
      if (matcher.group(1) != null) {
        parts.add(new Part.Literal(matcher.group(1)));
      } else if (matcher.group(2) != null) {
        parts.add(new Part.Literal(Person.named(matcher.group(2)).password()));
      } else {
        parts.add(new Part.Named(matcher.group(3)));
      }
    }
    if (end != words.length()) {
      throw new Malformed("can't read {md5" + words + "}: names, \"quoted text\", NAME's password");
    }
    return new Part.Md5(List.copyOf(parts));
  }
}

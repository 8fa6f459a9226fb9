package im.chrysalis.testkit;

import im.chrysalis.testkit.Step.ServerRole;
import im.chrysalis.testkit.Step.Speaker;
import im.chrysalis.testkit.Step.Where;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a transcript's text; docs/protocol/transcripts.md says how it is written. */
final class TranscriptReader {
  private static final Pattern TITLE = Pattern.compile("# (\\S.*?)\\s{2,}(docs/\\S+)");
  private static final String SPEAKER = "([a-z][a-z0-9]*)(?:/([a-z0-9-]+))?";
  private static final Pattern SPEECH = Pattern.compile(SPEAKER + "\\s+(>>|>|<\\*|<) (.*)");
  private static final Pattern CONNECT =
      Pattern.compile(
          SPEAKER + " connects to (?:the (dispatch|notification|switchboard) server|(\\{\\S+\\}))");
  private static final Pattern HANG_UP = Pattern.compile(SPEAKER + " hangs up");
  private static final Pattern NO_MORE = Pattern.compile(SPEAKER + " sends no more");
  private static final Pattern TIME =
      Pattern.compile("(an?|\\d+) (second|minute|hour|day)s? pass(?:es)?");

  private final String name;
  private final URI uri;
  private final List<String> lines;
  private final List<Step> steps = new ArrayList<>();
  private final GivenReader given = new GivenReader();
  private int next;

  TranscriptReader(String name, URI uri, String text) {
    this.name = name;
    this.uri = uri;
    this.lines = text.lines().toList();
  }

  Transcript read() {
    Matcher title = TITLE.matcher(lines.isEmpty() ? "" : lines.getFirst().stripTrailing());
    next = 1;
    if (!title.matches()) {
      throw bad("the first line must be: # The sentence to prove.     docs/protocol/page.md");
    }
    while (next < lines.size()) {
      String line = lines.get(next).stripTrailing();
      next++;
      if (!line.isEmpty() && !line.startsWith("#")) {
        read(line);
      }
    }
    if (steps.isEmpty()) {
      throw bad("nothing happens in this transcript");
    }
    return new Transcript(name, uri, title.group(1), title.group(2), given.scene(), steps);
  }

  private void read(String line) {
    if (line.startsWith("given ")) {
      readGiven(line.substring("given".length()).strip());
      return;
    }
    Matcher speech = SPEECH.matcher(line);
    if (speech.matches()) {
      steps.add(speech(speech));
    } else if (Character.isWhitespace(line.charAt(0))) {
      throw bad("an indented line is a payload, and there is no command above it");
    } else {
      steps.add(deed(line));
    }
  }

  private void readGiven(String clause) {
    if (!steps.isEmpty()) {
      throw bad("what is given stands before everything that happens");
    }
    try {
      given.read(next, clause);
    } catch (GivenReader.Unclear e) {
      throw bad(e.text());
    }
  }

  private Step speech(Matcher speech) {
    int line = next;
    Speaker speaker = speaker(speech);
    String text = speech.group(4);
    return switch (speech.group(3)) {
      case ">" -> {
        var send = new Step.Send(line, speaker, template(text), payload());
        checkLength(send, text);
        yield send;
      }
      case ">>" -> new Step.SendBytes(line, speaker, template(text));
      case "<*" -> new Step.Receive(line, speaker, template(text), payload(), true);
      default ->
          switch (text) {
            case "nothing" -> new Step.ReceiveNothing(line, speaker);
            case "(closed)" -> new Step.ReceiveClosed(line, speaker);
            default -> new Step.Receive(line, speaker, template(text), payload(), false);
          };
    };
  }

  private Step deed(String line) {
    Matcher connect = CONNECT.matcher(line);
    if (connect.matches()) {
      return new Step.Connect(next, speaker(connect), where(connect));
    }
    Matcher hangUp = HANG_UP.matcher(line);
    if (hangUp.matches()) {
      return new Step.HangUp(next, speaker(hangUp));
    }
    Matcher noMore = NO_MORE.matcher(line);
    if (noMore.matches()) {
      return new Step.SendNoMore(next, speaker(noMore));
    }
    Matcher time = TIME.matcher(line);
    if (time.matches()) {
      return new Step.TimePasses(next, duration(time));
    }
    if (line.equals("the server shuts down")) {
      return new Step.ShutDown(next);
    }
    throw bad("nobody knows what this means: " + line);
  }

  private static Speaker speaker(Matcher words) {
    return new Speaker(words.group(1), words.group(2) == null ? "" : words.group(2));
  }

  private Where where(Matcher connect) {
    if (connect.group(4) != null) {
      return new Where.Referred(template(connect.group(4)));
    }
    return new Where.Role(ServerRole.valueOf(connect.group(3).toUpperCase(Locale.ROOT)));
  }

  private static Duration duration(Matcher time) {
    int count = time.group(1).startsWith("a") ? 1 : Integer.parseInt(time.group(1));
    return switch (time.group(2)) {
      case "second" -> Duration.ofSeconds(count);
      case "minute" -> Duration.ofMinutes(count);
      case "hour" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  /** The indented lines that follow, joined by CR LF; empty lines between them count. */
  private Template payload() {
    var payload = new ArrayList<String>();
    int end = next;
    for (int i = next; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      if (!Character.isWhitespace(line.charAt(0))) {
        break;
      }
      end = i + 1;
    }
    String indent =
        lines.subList(next, end).stream()
            .filter(line -> !line.isBlank())
            .findFirst()
            .map(TranscriptReader::indentOf)
            .orElse("");
    while (next < end) {
      String line = lines.get(next).stripTrailing();
      next++;
      if (!line.isEmpty() && !line.startsWith(indent)) {
        throw bad("this payload line stands further left than the first one");
      }
      payload.add(line.isEmpty() ? "" : line.substring(indent.length()));
    }
    return template(String.join("\\r\\n", payload));
  }

  private static String indentOf(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  private Template template(String source) {
    try {
      return Template.of(source);
    } catch (TemplateReader.Malformed e) {
      throw bad(e.text());
    }
  }

  /** A wrong length written by accident would prove something else than what the title says. */
  private void checkLength(Step.Send send, String text) {
    if (send.payload().isEmpty() || send.command().contains(Template.Part.Length.class)) {
      return;
    }
    var length = send.payload().length();
    if (length.isEmpty()) {
      throw bad("a payload with names in it needs {len} as its length", send.line());
    }
    String last = text.substring(text.lastIndexOf(' ') + 1);
    if (!last.equals(Integer.toString(length.getAsInt()))) {
      throw bad(
          "the payload has %d bytes, not %s (write {len}; a wrong length on purpose needs >>)"
              .formatted(length.getAsInt(), last),
          send.line());
    }
  }

  private MalformedTranscript bad(String complaint) {
    return bad(complaint, next);
  }

  private MalformedTranscript bad(String complaint, int line) {
    return new MalformedTranscript(name + ":" + line, complaint);
  }
}

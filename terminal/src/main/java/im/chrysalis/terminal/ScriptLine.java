package im.chrysalis.terminal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A line of the input with {@code --json}: something to do. The fields: docs/terminal.md. */
sealed interface ScriptLine {
  record Send(EmailAddress to, String text) implements ScriptLine {}

  /** A message for somebody who is not there. */
  record Leave(EmailAddress to, String text) implements ScriptLine {}

  /** A place of the account, by its name or its id. */
  record SignOut(String place) implements ScriptLine {}

  record Typing(EmailAddress to) implements ScriptLine {}

  record Close(EmailAddress with) implements ScriptLine {}

  record Add(EmailAddress who, Optional<String> group) implements ScriptLine {}

  record Remove(EmailAddress who) implements ScriptLine {}

  record Block(EmailAddress who) implements ScriptLine {}

  record Unblock(EmailAddress who) implements ScriptLine {}

  record SetStatus(Status status) implements ScriptLine {}

  record SetName(String name) implements ScriptLine {}

  record Tell(String text) implements ScriptLine {}

  /** What a line does with a circle, which is called by its id. */
  sealed interface InCircle extends ScriptLine {
    String circle();
  }

  record CreateCircle(String name) implements ScriptLine {}

  record SayInCircle(String circle, String text) implements InCircle {}

  record InviteToCircle(String circle, EmailAddress who) implements InCircle {}

  record AcceptCircle(String circle) implements InCircle {}

  record DeclineCircle(String circle) implements InCircle {}

  record LeaveCircle(String circle) implements InCircle {}

  record Quit() implements ScriptLine {}

  /** Nothing that can be done. */
  record Bad(String complaint) implements ScriptLine {}

  /** Reads a line; a bad one says what is wrong with it. */
  static ScriptLine read(String line) {
    return Reader.read(line);
  }

  /** How a line is read. */
  final class Reader {
    private static final ObjectMapper JSON =
        new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /** Each command's own field, which tells it from the others. */
    private static final List<String> VERBS =
        List.of(
            "send",
            "leave",
            "typing",
            "close",
            "add",
            "remove",
            "block",
            "unblock",
            "status",
            "name",
            "tell",
            "sign-out",
            "circle-create",
            "circle-say",
            "circle-invite",
            "circle-accept",
            "circle-decline",
            "circle-leave",
            "quit");

    private final JsonNode line;

    private Reader(JsonNode line) {
      this.line = line;
    }

    private static ScriptLine read(String line) {
      try {
        JsonNode node = JSON.readTree(line);
        if (!node.isObject()) {
          return new Bad("a line is one JSON object");
        }
        return new Reader(node).command();
      } catch (JsonProcessingException notJson) {
        return new Bad("no JSON: " + notJson.getOriginalMessage());
      } catch (Unfit unfit) {
        return new Bad(unfit.getMessage());
      }
    }

    private ScriptLine command() throws Unfit {
      List<String> verbs = VERBS.stream().filter(line::has).toList();
      if (verbs.size() != 1) {
        throw new Unfit("one of " + String.join(" ", VERBS) + " is needed");
      }
      return switch (verbs.getFirst()) {
        case "send" -> new Send(address("to"), only(text("send"), "to"));
        case "leave" -> new Leave(address("to"), only(text("leave"), "to"));
        case "sign-out" -> new SignOut(only(text("sign-out")));
        case "circle-create" -> new CreateCircle(only(text("circle-create")));
        case "circle-say" -> new SayInCircle(text("circle"), only(text("circle-say"), "circle"));
        case "circle-invite" ->
            new InviteToCircle(text("circle"), only(address("circle-invite"), "circle"));
        case "circle-accept" -> new AcceptCircle(only(text("circle-accept")));
        case "circle-decline" -> new DeclineCircle(only(text("circle-decline")));
        case "circle-leave" -> new LeaveCircle(only(text("circle-leave")));
        case "typing" -> new Typing(only(address("typing")));
        case "close" -> new Close(only(address("close")));
        case "add" -> new Add(only(address("add"), "group"), optional("group"));
        case "remove" -> new Remove(only(address("remove")));
        case "block" -> new Block(only(address("block")));
        case "unblock" -> new Unblock(only(address("unblock")));
        case "status" -> new SetStatus(only(status()));
        case "name" -> new SetName(only(text("name")));
        case "tell" -> new Tell(only(text("tell")));
        default -> quit();
      };
    }

    /** Passes a value on when nothing but it and these fields is there. */
    private <T> T only(T value, String... others) throws Unfit {
      Set<String> fields = new TreeSet<>();
      line.fieldNames().forEachRemaining(fields::add);
      VERBS.forEach(fields::remove);
      List.of(others).forEach(fields::remove);
      if (!fields.isEmpty()) {
        throw new Unfit("no field " + String.join(" ", fields) + " belongs here");
      }
      return value;
    }

    private ScriptLine quit() throws Unfit {
      if (!line.path("quit").asBoolean()) {
        throw new Unfit("quit is true, or not there");
      }
      return only(new Quit());
    }

    private Status status() throws Unfit {
      return Status.ofCode(text("status"))
          .filter(it -> it != Status.OFFLINE)
          .orElseThrow(() -> new Unfit("status is one of NLN BSY IDL BRB AWY PHN LUN HDN"));
    }

    private EmailAddress address(String field) throws Unfit {
      String text = text(field);
      return EmailAddress.parse(text)
          .orElseThrow(() -> new Unfit(field + " is no address: " + text));
    }

    private Optional<String> optional(String field) throws Unfit {
      return line.has(field) ? Optional.of(text(field)) : Optional.empty();
    }

    private String text(String field) throws Unfit {
      JsonNode value = line.path(field);
      if (!value.isTextual() || value.textValue().isEmpty()) {
        throw new Unfit(field + " is a text that is not empty");
      }
      return value.textValue();
    }
  }

  /** JSON, but no command. */
  final class Unfit extends Exception {
    private static final long serialVersionUID = 1;

    private final String complaint;

    Unfit(String complaint) {
      super(complaint);
      this.complaint = complaint;
    }

    @Override
    public String getMessage() {
      return complaint;
    }
  }
}

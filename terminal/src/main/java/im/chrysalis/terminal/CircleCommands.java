package im.chrysalis.terminal;

import im.chrysalis.client.Circle;
import im.chrysalis.client.CircleMember;
import im.chrysalis.client.CircleRole;
import im.chrysalis.client.Outcome;
import im.chrysalis.values.EmailAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a person can type about circles. */
final class CircleCommands {
  private static final String USAGE =
      "/circle create NAME, say NAME TEXT, invite NAME WHO, accept NAME, decline NAME, leave NAME";

  private CircleCommands() {}

  /** {@code /circles}. */
  static void list(Chat chat) {
    List<Circle> circles = chat.messenger().circles().all();
    if (circles.isEmpty()) {
      chat.note("no circles: /circle create NAME");
    }
    circles.forEach(circle -> chat.note(described(circle)));
  }

  /** A circle in one line: its name, what one is in it, and who else. */
  static String described(Circle circle) {
    String people =
        circle.members().stream().map(CircleCommands::described).collect(Collectors.joining(", "));
    return circle.name()
        + " ("
        + word(circle.role())
        + "): "
        + (people.isEmpty() ? "nobody else" : people);
  }

  private static String described(CircleMember member) {
    String how =
        member.role() == CircleRole.INVITED
            ? word(member.role())
            : Colours.words(member.look().status());
    return member.name() + " (" + how + ")";
  }

  static String word(CircleRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** {@code /circle say Rowing At eight?}. */
  static void circle(Chat chat, String rest) {
    String[] words = rest.split("\\s+", 2);
    String behind = words.length > 1 ? words[1] : "";
    if (behind.isEmpty()) {
      chat.problem(USAGE);
      return;
    }
    switch (words[0]) {
      case "create" ->
          chat.ask("founded " + behind, messenger -> messenger.circles().create(behind));
      case "accept" -> change(chat, behind, "came to ", Circle::accept);
      case "decline" -> change(chat, behind, "declined ", Circle::decline);
      case "leave" -> change(chat, behind, "left ", Circle::leave);
      case "invite" -> invite(chat, behind);
      case "say" -> say(chat, behind);
      default -> chat.problem(USAGE);
    }
  }

  private static void change(
      Chat chat, String name, String done, Function<Circle, CompletionStage<Outcome>> change) {
    Optional<Meant> meant = meant(chat, name).filter(it -> it.rest().isEmpty());
    if (meant.isEmpty()) {
      unknown(chat);
      return;
    }
    Circle circle = meant.get().circle();
    chat.ask(done + circle.name(), _ -> change.apply(circle));
  }

  private static void invite(Chat chat, String rest) {
    Optional<Meant> meant = meant(chat, rest);
    if (meant.isEmpty()) {
      unknown(chat);
      return;
    }
    Circle circle = meant.get().circle();
    switch (People.meant(meant.get().rest(), chat.window())) {
      case People.One(EmailAddress who) ->
          chat.ask("invited " + who + " to " + circle.name(), _ -> circle.invite(who, ""));
      case People.Unclear(var complaint) -> chat.problem(complaint);
    }
  }

  private static void say(Chat chat, String rest) {
    Optional<Meant> meant = meant(chat, rest);
    if (meant.isEmpty()) {
      unknown(chat);
    } else if (meant.get().rest().isEmpty()) {
      chat.problem(USAGE);
    } else {
      Circle circle = meant.get().circle();
      String text = meant.get().rest();
      chat.ask(
          "[" + circle.name() + "] " + chat.window().nameOfMe() + ": " + text,
          _ -> circle.say(text));
    }
  }

  private static void unknown(Chat chat) {
    chat.problem("which circle? /circles lists them");
  }

  /** A circle, and what stands behind its name. */
  private record Meant(Circle circle, String rest) {}

  /** Names may have blanks, so that the longest one at the beginning is meant. */
  private static Optional<Meant> meant(Chat chat, String text) {
    return chat.messenger().circles().all().stream()
        .filter(it -> begins(text, it.name()))
        .max(Comparator.comparingInt(it -> it.name().length()))
        .map(it -> new Meant(it, text.substring(it.name().length()).strip()));
  }

  private static boolean begins(String text, String name) {
    return !name.isEmpty()
        && text.regionMatches(true, 0, name, 0, name.length())
        && (text.length() == name.length() || Character.isWhitespace(text.charAt(name.length())));
  }
}

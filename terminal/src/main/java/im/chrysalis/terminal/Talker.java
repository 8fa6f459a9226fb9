package im.chrysalis.terminal;

import im.chrysalis.client.Contact;
import im.chrysalis.client.Conversation;
import im.chrysalis.client.Event;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Outcome;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does what the person types: a text goes to the conversation in front, a command begins with /.
 */
final class Talker {
  /** Each command, and what it does. */
  static final Map<String, String> COMMANDS = commands();

  private final Messenger messenger;
  private final Screen screen;
  private volatile Optional<Conversation> front = Optional.empty();

  Talker(Messenger messenger, Screen screen) {
    this.messenger = messenger;
    this.screen = screen;
    messenger.on(Event.MessageReceived.class, this::heard);
  }

  /** Who is first to write comes to the front. */
  private void heard(Event.MessageReceived message) {
    if (front.isEmpty()) {
      front = Optional.of(message.conversation());
    }
  }

  void greet() {
    screen.say(
        Colours.QUIET,
        "Signed in as " + messenger.name() + ". /help lists the commands, Ctrl-D leaves.");
    contacts();
  }

  String prompt() {
    return front.map(talk -> names(talk) + "> ").orElse("> ");
  }

  private static String names(Conversation talk) {
    return talk.people().stream()
        .map(EmailAddress::localPart)
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  /** Does a line; returns whether the person stays. */
  boolean line(String typed) {
    String line = typed.strip();
    if (line.isEmpty()) {
      return true;
    }
    if (!line.startsWith("/")) {
      say(line);
      return true;
    }
    String[] words = line.split("\\s+", 2);
    String rest = words.length > 1 ? words[1].strip() : "";
    switch (words[0]) {
      case "/quit" -> {
        return false;
      }
      case "/help" ->
          COMMANDS.forEach((name, what) -> screen.say(Colours.QUIET, name + "  " + what));
      case "/contacts" -> contacts();
      case "/chat" ->
          withAddress(rest, who -> front = Optional.of(messenger.conversationWith(who)));
      case "/add" -> change(rest, messenger.contacts()::add);
      case "/remove" -> change(rest, messenger.contacts()::remove);
      case "/block" -> change(rest, messenger.contacts()::block);
      case "/unblock" -> change(rest, messenger.contacts()::unblock);
      case "/invite" -> withAddress(rest, who -> inFront(talk -> tell(talk.invite(who))));
      case "/leave" -> inFront(this::leave);
      case "/status" -> status(rest);
      case "/name" -> tell(messenger.rename(rest));
      default -> screen.say(Colours.WRONG, "no command " + words[0] + "; /help lists them");
    }
    return true;
  }

  private void say(String text) {
    inFront(talk -> {
      screen.print(Colours.marked(messenger.status(), "me: " + text));
      tell(talk.say(text));
    });
  }

  private void leave(Conversation talk) {
    talk.leave();
    front = Optional.empty();
  }

  private void inFront(Consumer<Conversation> what) {
    front.ifPresentOrElse(
        what, () -> screen.say(Colours.WRONG, "no conversation yet: /chat ADDRESS begins one"));
  }

  private void contacts() {
    if (messenger.contacts().friends().isEmpty()) {
      screen.say(Colours.QUIET, "No contacts yet: /add ADDRESS");
    }
    messenger.contacts().friends().stream()
        .sorted(
            Comparator.comparing(Contact::isOnline)
                .reversed()
                .thenComparing(Contact::name, String.CASE_INSENSITIVE_ORDER))
        .forEach(it ->
            screen.print(
                Colours.marked(it.status(), Screen.name(it) + "  " + Colours.words(it.status()))));
  }

  private void status(String word) {
    Status.ofCode(word)
        .filter(it -> it != Status.OFFLINE)
        .ifPresentOrElse(
            it -> tell(messenger.status(it)),
            () -> screen.say(Colours.WRONG, "one of NLN BSY IDL BRB AWY PHN LUN HDN"));
  }

  private void change(String text, Function<EmailAddress, CompletionStage<Outcome>> change) {
    withAddress(text, who -> tell(change.apply(who)));
  }

  private void withAddress(String text, Consumer<EmailAddress> what) {
    EmailAddress.parse(text)
        .ifPresentOrElse(what, () -> screen.say(Colours.WRONG, "no address: " + text));
  }

  private void tell(CompletionStage<Outcome> outcome) {
    outcome.thenAccept(it -> {
      if (it instanceof Outcome.Failed(Failure why)) {
        screen.say(Colours.WRONG, why.sentence());
      }
    });
  }

  private static Map<String, String> commands() {
    Map<String, String> commands = new LinkedHashMap<>();
    commands.put("/help", "lists the commands");
    commands.put("/contacts", "shows who is there");
    commands.put("/chat", "ADDRESS  talks to somebody");
    commands.put("/invite", "ADDRESS  asks somebody into this conversation");
    commands.put("/leave", "leaves this conversation");
    commands.put("/add", "ADDRESS  puts somebody on your list");
    commands.put("/remove", "ADDRESS  takes somebody off your list");
    commands.put("/block", "ADDRESS  lets somebody neither see you nor talk to you");
    commands.put("/unblock", "ADDRESS  lets them again");
    commands.put("/status", "NLN BSY IDL BRB AWY PHN LUN HDN  how you appear");
    commands.put("/name", "NAME  how you are called");
    commands.put("/quit", "signs out");
    return commands;
  }
}

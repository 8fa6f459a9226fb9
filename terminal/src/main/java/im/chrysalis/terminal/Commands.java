package im.chrysalis.terminal;

import im.chrysalis.client.Contact;
import im.chrysalis.client.Contacts;
import im.chrysalis.client.Group;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Outcome;
import im.chrysalis.client.Place;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a person can type: a text goes to the conversation in front, a command begins with /. */
final class Commands {
  /** Words for a status; its three letters do as well. */
  static final Map<String, Status> STATUS_WORDS = statusWords();

  /** Each command, as /help lists them. */
  static final List<Command> ALL =
      List.of(
          new Command("/msg", "WHO [TEXT]", "talks to somebody", Commands::message),
          new Command(
              "/later", "WHO TEXT", "leaves a message for somebody who is away", Commands::later),
          new Command("/close", "", "leaves this conversation", (chat, _) -> close(chat)),
          new Command("/invite", "WHO", "asks somebody into this conversation", Commands::invite),
          new Command("/contacts", "", "shows who is there", (chat, _) -> contacts(chat)),
          new Command("/add", "WHO [GROUP]", "puts somebody on your list", Commands::add),
          new Command(
              "/remove",
              "WHO",
              "takes somebody off your list",
              changing("removed", Contacts::remove)),
          new Command(
              "/block",
              "WHO",
              "lets somebody neither see you nor talk to you",
              changing("blocked", Contacts::block)),
          new Command(
              "/unblock", "WHO", "lets them again", changing("unblocked", Contacts::unblock)),
          new Command("/groups", "[new|delete NAME]", "shows or changes groups", Commands::groups),
          new Command(
              "/status",
              "STATUS",
              "how you appear: " + String.join(" ", STATUS_WORDS.keySet()),
              Commands::status),
          new Command("/name", "NAME", "how you are called", Commands::rename),
          new Command("/tell", "[TEXT]", "a line below your name, or none", Commands::tell),
          new Command("/about", "WHO", "what somebody tells and can do", Commands::about),
          new Command("/places", "", "from where you are signed in", (chat, _) -> places(chat)),
          new Command("/signout", "PLACE|all", "signs out another place", Commands::signOut),
          new Command(
              "/circles",
              "",
              "your circles and who is in them",
              (chat, _) -> CircleCommands.list(chat)),
          new Command(
              "/circle",
              "create|say|invite|accept|decline|leave NAME",
              "founds a circle, talks to all of one, …",
              CircleCommands::circle),
          new Command("/help", "", "lists the commands", (chat, _) -> help(chat)),
          new Command("/quit", "", "signs out", (_, _) -> {}));

  /** Older names, which fingers may remember. */
  private static final Map<String, String> ALSO = Map.of("/chat", "/msg", "/leave", "/close");

  /** One command, and what it does with the words behind it. */
  record Command(String name, String words, String what, BiConsumer<Chat, String> does) {}

  private Commands() {}

  /** Does a line; returns whether the person stays. */
  static boolean line(Chat chat, String typed) {
    String line = typed.strip();
    if (line.isEmpty()) {
      return true;
    }
    if (!line.startsWith("/") || line.startsWith("//")) {
      chat.say(chat.window().frontTab().id(), line.startsWith("/") ? line.substring(1) : line);
      return true;
    }
    String[] words = line.split("\\s+", 2);
    String name = ALSO.getOrDefault(words[0], words[0]);
    String rest = words.length > 1 ? words[1] : "";
    ALL.stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .ifPresentOrElse(
            it -> it.does().accept(chat, rest),
            () -> chat.problem("no command " + words[0] + "; /help lists them"));
    return !name.equals("/quit");
  }

  private static void help(Chat chat) {
    int widest =
        ALL.stream().mapToInt(it -> it.name().length() + 1 + it.words().length()).max().orElse(0);
    int column = Math.min(widest, 26) + 2;
    for (Command it : ALL) {
      String call = it.name() + " " + it.words();
      chat.note(call + " ".repeat(Math.max(2, column - call.length())) + it.what());
    }
    chat.note("//TEXT says a text that begins with /");
  }

  private static void message(Chat chat, String rest) {
    String[] words = rest.split("\\s+", 2);
    with(
        chat,
        words[0],
        who -> {
          int tab = chat.open(who);
          chat.change(window -> window.toFrontById(tab));
          if (words.length > 1) {
            chat.say(tab, words[1]);
          } else if (chat.window().roster().find(who).filter(Contact::isOnline).isEmpty()) {
            chat.note(tab, chat.window().nameOf(who) + " is not seen online");
          }
        });
  }

  private static void later(Chat chat, String rest) {
    String[] words = rest.split("\\s+", 2);
    if (words.length == 1) {
      chat.problem("/later WHO TEXT");
      return;
    }
    with(
        chat,
        words[0],
        who ->
            chat.ask(
                "left for " + chat.window().nameOf(who) + ": " + words[1],
                it -> it.leaveMessage(who, words[1])));
  }

  private static void places(Chat chat) {
    List<Place> places = chat.messenger().places();
    if (places.isEmpty()) {
      chat.note("this version of the protocol knows of no places");
    }
    places.forEach(place -> chat.note(Places.described(place)));
  }

  private static void signOut(Chat chat, String rest) {
    if (rest.equals("all")) {
      chat.ask("all are asked to sign out", Commands::everywhere);
      return;
    }
    Places.meant(rest, chat.messenger().places())
        .ifPresentOrElse(
            place -> chat.ask("asked to sign out: " + rest, it -> it.signOut(place)),
            () -> chat.problem("which place? /places lists them"));
  }

  private static CompletionStage<Outcome> everywhere(Messenger messenger) {
    return messenger.signOutEverywhere().thenApply(_ -> Outcome.done());
  }

  private static void close(Chat chat) {
    if (chat.front().isEmpty()) {
      chat.problem("the news stay; /quit signs out");
    }
    chat.close();
  }

  private static void invite(Chat chat, String rest) {
    chat.front()
        .ifPresentOrElse(
            talk -> with(chat, rest, who -> chat.ask("invited " + who, _ -> talk.invite(who))),
            () -> chat.problem("no conversation here to invite somebody into"));
  }

  private static void contacts(Chat chat) {
    List<ContactPane.Section> sections = ContactPane.sections(chat.window());
    if (sections.isEmpty()) {
      chat.note("no contacts yet: /add ADDRESS");
    }
    for (ContactPane.Section section : sections) {
      chat.note(section.title() + " " + section.there() + "/" + section.people().size());
      section.people().forEach(it -> chat.note("  " + described(chat, it)));
    }
  }

  private static String described(Chat chat, Contact who) {
    return Look.sign(who.status())
        + " "
        + chat.window().fullNameOf(who.address())
        + "  "
        + (who.isBlocked() ? "blocked" : Colours.words(who.status()));
  }

  private static void add(Chat chat, String rest) {
    String[] words = rest.split("\\s+", 2);
    with(
        chat,
        words[0],
        who -> {
          if (words.length == 1) {
            chat.ask("added " + who, it -> it.contacts().add(who));
            return;
          }
          withGroup(
              chat,
              words[1],
              group ->
                  chat.ask(
                      who + " is in " + group.name(),
                      it ->
                          it.contacts().find(who).filter(Contact::isFriend).isPresent()
                              ? it.contacts().addTo(group, who)
                              : it.contacts().add(who, group)));
        });
  }

  private static BiConsumer<Chat, String> changing(
      String done, BiFunction<Contacts, EmailAddress, CompletionStage<Outcome>> change) {
    return (chat, rest) ->
        with(chat, rest, who -> chat.ask(done + " " + who, it -> change.apply(it.contacts(), who)));
  }

  private static void groups(Chat chat, String rest) {
    String[] words = rest.split("\\s+", 2);
    String name = words.length > 1 ? words[1] : "";
    if (rest.isEmpty()) {
      showGroups(chat);
    } else if (words[0].equals("new") && !name.isEmpty()) {
      chat.ask("made the group " + name, it -> it.contacts().addGroup(name));
    } else if (words[0].equals("delete") && !name.isEmpty()) {
      withGroup(
          chat,
          name,
          group -> chat.ask("deleted the group " + name, it -> it.contacts().removeGroup(group)));
    } else {
      chat.problem("/groups, /groups new NAME or /groups delete NAME");
    }
  }

  private static void showGroups(Chat chat) {
    List<Group> groups = chat.window().roster().groups();
    if (groups.isEmpty()) {
      chat.note("no groups: /groups new NAME");
    }
    for (Group group : groups) {
      String people =
          chat.window().roster().in(group).stream()
              .map(it -> chat.window().nameOf(it.address()))
              .collect(Collectors.joining(", "));
      chat.note(group.name() + ": " + (people.isEmpty() ? "nobody" : people));
    }
  }

  private static void withGroup(Chat chat, String name, Consumer<Group> what) {
    chat.window()
        .roster()
        .groupNamed(name)
        .ifPresentOrElse(what, () -> chat.problem("no group " + name + "; /groups new makes one"));
  }

  private static void status(Chat chat, String rest) {
    Optional.ofNullable(STATUS_WORDS.get(rest.toLowerCase(Locale.ROOT)))
        .or(() -> Status.ofCode(rest).filter(it -> it != Status.OFFLINE))
        .ifPresentOrElse(
            it -> chat.ask("your status: " + Colours.words(it), me -> me.status(it)),
            () -> chat.problem("one of " + String.join(" ", STATUS_WORDS.keySet())));
  }

  private static void rename(Chat chat, String rest) {
    if (rest.isEmpty()) {
      chat.problem("how do you want to be called?");
    } else {
      chat.ask("you are called " + rest, it -> it.rename(rest));
    }
  }

  private static void tell(Chat chat, String rest) {
    chat.ask(
        rest.isEmpty() ? "you tell nothing" : "you tell: " + rest,
        it -> it.tell(new PersonalMessage(rest, "")));
  }

  private static void about(Chat chat, String rest) {
    with(
        chat,
        rest,
        who ->
            chat.window()
                .roster()
                .find(who)
                .ifPresentOrElse(
                    it -> about(chat, it),
                    () -> chat.problem(who + " is not among your contacts")));
  }

  private static void about(Chat chat, Contact who) {
    chat.note(described(chat, who));
    About.lines(who).forEach(line -> chat.note("  " + line));
  }

  private static void with(Chat chat, String text, Consumer<EmailAddress> what) {
    switch (People.meant(text, chat.window())) {
      case People.One(var who) -> what.accept(who);
      case People.Unclear(var complaint) -> chat.problem(complaint);
    }
  }

  private static Map<String, Status> statusWords() {
    Map<String, Status> words = new LinkedHashMap<>();
    words.put("online", Status.ONLINE);
    words.put("busy", Status.BUSY);
    words.put("idle", Status.IDLE);
    words.put("brb", Status.BE_RIGHT_BACK);
    words.put("away", Status.AWAY);
    words.put("phone", Status.ON_THE_PHONE);
    words.put("lunch", Status.OUT_TO_LUNCH);
    words.put("hidden", Status.HIDDEN);
    return words;
  }
}

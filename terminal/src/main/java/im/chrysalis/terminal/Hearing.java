package im.chrysalis.terminal;

import im.chrysalis.client.Contact;
import im.chrysalis.client.Conversation;
import im.chrysalis.client.Event;
import im.chrysalis.client.Failure;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What the network tells, written where it belongs. */
final class Hearing {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final Chat chat;

  Hearing(Chat chat) {
    this.chat = chat;
  }

  /**
   * Takes an event.
   *
   * @param mayComeForward whether a new conversation may take the place of the news in front
   */
  void heard(Event event, boolean mayComeForward) {
    Instant now = chat.clock().instant();
    switch (event) {
      case Event.MessageReceived it -> said(it, now, mayComeForward);
      case Event.OfflineMessageReceived it -> left(it, now);
      case Event.SaidElsewhere it -> {
        int tab = chat.open(it.conversation());
        chat.change(
            window -> window.write(tab, new Entry.Heard(now, chat.messenger().name(), it.text())));
      }
      case Event.PlacesChanged it -> news(Places.sentence(it.places()));
      case Event.CircleMessageReceived it -> {
        String what = "[" + it.circle().name() + "] " + name(it.from(), it.name());
        chat.change(window -> window.write(Tab.NEWS, new Entry.Heard(now, what, it.text())));
      }
      case Event.InvitedToCircle it ->
          news(
              it.invitation().by().map(chat.window()::fullNameOf).orElse("somebody")
                  + " invites you to "
                  + it.circle().name()
                  + (it.invitation().text().isEmpty() ? "" : ": " + it.invitation().text())
                  + "; /circle accept or /circle decline "
                  + it.circle().name());
      case Event.CirclePresenceChanged it -> {
        Status status = it.member().look().status();
        boolean isKnown = chat.window().roster().find(it.member().address()).isPresent();
        if (it.before() != status && !isKnown) {
          news(
              "["
                  + it.circle().name()
                  + "] "
                  + it.member().name()
                  + " "
                  + Colours.predicate(status));
        }
      }
      case Event.CirclesChanged _, Event.CircleTyping _, Event.CircleDataReceived _ -> {
        // /circles tells
      }
      case Event.Typing it ->
          chat.change(window ->
              window.typing(it.from(), chat.tabOf(it.conversation()).orElse(Tab.NEWS), now));
      case Event.PresenceChanged it -> presence(it);
      case Event.ContactChanged _, Event.GroupsChanged _, Event.PersonalMessageChanged _ ->
          chat.refresh();
      case Event.DataReceived _ -> {
        // nothing that a terminal could show
      }
      case Event.AddedYou it -> {
        chat.refresh();
        news(
            full(it.contact())
                + " added you"
                + (it.contact().isFriend() ? "" : ": /add or /block " + it.contact().address()));
      }
      case Event.RemovedYou it -> {
        chat.refresh();
        news(full(it.contact()) + " took you off their list");
      }
      case Event.Joined it -> joined(it);
      case Event.Left it -> {
        chat.change(window -> window.stoppedTyping(it.who()));
        inGroup(it.conversation(), it.who(), it.idle() ? " was idle for too long" : " left");
      }
      case Event.ShutdownAnnounced it ->
          chat.problem(Tab.NEWS, "the server shuts down in " + it.in().toMinutes() + " minutes");
      case Event.Disconnected it -> {
        chat.refresh();
        chat.change(
            window -> window.connected(new Connected.Again(it.why(), now.plus(it.nextTry()))));
        chat.problem(Tab.NEWS, it.why().sentence() + "; next try in " + seconds(it) + " s");
      }
      case Event.SignedIn it -> {
        chat.refresh();
        chat.change(window -> window.connected(new Connected.Now(it.dialect().name())));
        news(it.again() ? "signed in again" : "signed in; /help lists the commands");
      }
      case Event.SignedOut(Optional<Failure> why) -> {
        chat.change(window -> window.connected(new Connected.NoMore(why)));
        why.ifPresent(it -> chat.problem(Tab.NEWS, it.sentence()));
      }
    }
  }

  private static long seconds(Event.Disconnected it) {
    return it.nextTry().plusMillis(999).toSeconds();
  }

  private void said(Event.MessageReceived it, Instant now, boolean mayComeForward) {
    boolean isNew = chat.tabOf(it.conversation()).isEmpty();
    int tab = chat.open(it.conversation());
    if (isNew && mayComeForward && chat.window().frontTab().isNews()) {
      chat.change(window -> window.toFrontById(tab));
    }
    chat.change(window ->
        window
            .stoppedTyping(it.from())
            .write(tab, new Entry.Heard(now, name(it.from(), it.name()), it.text())));
  }

  /** What was said while nobody was here stands among what is said now, with its day. */
  private void left(Event.OfflineMessageReceived it, Instant now) {
    int tab = chat.open(it.from());
    String when = it.sentAt().map(Hearing::day).orElse("while you were away");
    chat.change(window ->
        window.write(
            tab, new Entry.Heard(now, name(it.from(), it.name()), "(" + when + ") " + it.text())));
  }

  private static String day(Instant at) {
    return DAY.format(at.atZone(ZoneId.systemDefault()));
  }

  private static String name(EmailAddress who, String name) {
    return name.isBlank() || name.equals(who.text()) ? who.localPart() : name;
  }

  private void presence(Event.PresenceChanged it) {
    Contact contact = it.contact();
    String before = chat.window().nameOf(contact.address());
    chat.refresh();
    if (it.before() != contact.status()) {
      chat.noteAbout(
          contact.address(),
          chat.window().nameOf(contact.address()) + " " + Colours.predicate(contact.status()));
    } else if (!before.equals(chat.window().nameOf(contact.address()))) {
      chat.noteAbout(contact.address(), before + " is now " + full(contact));
    }
  }

  private void joined(Event.Joined it) {
    if (it.conversation().isGroup()) {
      int tab = chat.open(it.conversation());
      chat.change(window -> window.people(tab, it.conversation().people()));
    }
    inGroup(it.conversation(), it.who(), " came");
  }

  private void inGroup(Conversation conversation, EmailAddress who, String what) {
    if (conversation.isGroup()) {
      chat.tabOf(conversation)
          .ifPresent(tab -> chat.note(tab, chat.window().fullNameOf(who) + what));
    }
  }

  private String full(Contact contact) {
    return chat.window().fullNameOf(contact.address());
  }

  private void news(String text) {
    chat.note(Tab.NEWS, text);
  }
}

package im.chrysalis.terminal;

import im.chrysalis.client.Conversation;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Outcome;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.dialect.Dialect;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One person's chat: the window, the messenger behind it, and which tab is which conversation.
 * Lives on the thread that empties the inbox.
 */
final class Chat {
  private final Messenger messenger;
  private final Inbox inbox;
  private final InstantSource clock;
  private final Map<Integer, Conversation> conversations = new HashMap<>();
  private int tabs;
  private long said;
  private int waiting;
  private Window window;

  Chat(Messenger messenger, Inbox inbox, InstantSource clock) {
    this.messenger = messenger;
    this.inbox = inbox;
    this.clock = clock;
    this.window =
        Window.of(
                messenger.account(),
                messenger.name(),
                messenger.status(),
                messenger.dialect().map(Dialect::name).orElse(""))
            .roster(messenger.contacts().roster());
  }

  Messenger messenger() {
    return messenger;
  }

  /** What is to be seen now. */
  Window window() {
    window = window.at(clock.instant());
    return window;
  }

  void change(UnaryOperator<Window> change) {
    window = change.apply(window);
  }

  /** Takes over who the account is and whom it knows. */
  void refresh() {
    change(
        it -> it.self(messenger.name(), messenger.status()).roster(messenger.contacts().roster()));
  }

  /** With which number the messenger ends now. */
  Exit exit() {
    return window.connected() instanceof Connected.NoMore(var why)
        ? why.map(Exit::of).orElse(Exit.DONE)
        : Exit.DONE;
  }

  InstantSource clock() {
    return clock;
  }

  // tabs

  /** The tab of a conversation, if it has one. */
  Optional<Integer> tabOf(Conversation conversation) {
    return conversations.entrySet().stream()
        .filter(it -> it.getValue().equals(conversation))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The tab of a conversation; a new one when it has none. */
  int open(Conversation conversation) {
    Optional<Integer> known = tabOf(conversation);
    if (known.isPresent()) {
      return known.get();
    }
    int id = ++tabs;
    conversations.put(id, conversation);
    change(it -> it.open(id, conversation.people()));
    return id;
  }

  /** The tab with one person, opened when there is none. */
  int open(EmailAddress who) {
    return open(messenger.conversationWith(who));
  }

  /** The conversation in front, unless the news are. */
  Optional<Conversation> front() {
    return Optional.ofNullable(conversations.get(window.frontTab().id()));
  }

  /** Closes the tab in front and leaves its conversation. */
  void close() {
    int id = window.frontTab().id();
    Optional.ofNullable(conversations.remove(id)).ifPresent(Conversation::leave);
    change(it -> it.close(id));
  }

  // writing

  void note(int tab, String text) {
    change(it -> it.write(tab, new Entry.Note(clock.instant(), text, false)));
  }

  /** Tells something about somebody: among the news, and in each tab with them. */
  void noteAbout(EmailAddress who, String text) {
    note(Tab.NEWS, text);
    window.tabs().stream()
        .filter(tab -> tab.people().contains(who))
        .forEach(
            tab -> change(it -> it.write(tab.id(), new Entry.Note(clock.instant(), text, true))));
  }

  void problem(int tab, String text) {
    change(it -> it.write(tab, new Entry.Problem(clock.instant(), text)));
  }

  /** Tells the person something where they look. */
  void note(String text) {
    note(window.frontTab().id(), text);
  }

  void problem(String text) {
    problem(window.frontTab().id(), text);
  }

  // doing

  /** Whether something was asked for or said, and nobody knows yet what becomes of it. */
  boolean isWaiting() {
    return waiting > 0;
  }

  /** Says something in a tab, and shows there what becomes of it. */
  void say(int tab, String text) {
    Conversation conversation = conversations.get(tab);
    if (conversation == null) {
      problem(tab, "nobody would hear that here: /msg somebody, or go to a conversation");
      return;
    }
    long number = ++said;
    waiting++;
    change(
        it -> it.write(tab, new Entry.Said(clock.instant(), number, text, Entry.Fate.UNDER_WAY)));
    conversation
        .say(text)
        .thenAccept(outcome -> inbox.put(new Inbox.Answered(() -> heardOf(tab, number, outcome))));
  }

  private void heardOf(int tab, long number, Outcome outcome) {
    waiting--;
    switch (outcome) {
      case Outcome.Done _ -> change(it -> it.fate(tab, number, Entry.Fate.DELIVERED));
      case Outcome.Failed(Failure why) -> {
        change(it -> it.fate(tab, number, Entry.Fate.LOST));
        problem(
            window.tab(tab).isPresent() ? tab : Tab.NEWS,
            "not delivered: " + why.sentence() + advice(why));
      }
    }
  }

  private static String advice(Failure why) {
    return why instanceof Failure.RecipientOffline(var who)
        ? "; /later " + who + " TEXT leaves a message"
        : "";
  }

  /** Lets those in the conversation in front see that something is being typed. */
  void typing() {
    front().ifPresent(Conversation::typing);
  }

  /** Asks for something; tells where the person looked when it is done, or why it is not. */
  void ask(String done, Function<Messenger, CompletionStage<Outcome>> what) {
    int tab = window.frontTab().id();
    waiting++;
    what.apply(messenger)
        .thenAccept(outcome -> inbox.put(new Inbox.Answered(() -> answered(tab, done, outcome))));
  }

  private void answered(int tab, String done, Outcome outcome) {
    waiting--;
    refresh();
    int where = window.tab(tab).isPresent() ? tab : Tab.NEWS;
    switch (outcome) {
      case Outcome.Done _ -> note(where, done);
      case Outcome.Failed(Failure why) -> problem(where, why.sentence());
    }
  }
}

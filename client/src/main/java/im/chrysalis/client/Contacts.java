package im.chrysalis.client;

import im.chrysalis.values.AddNotice;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand;
import im.chrysalis.wire.command.ClientCommand.AddContact;
import im.chrysalis.wire.command.ClientCommand.AddGroup;
import im.chrysalis.wire.command.ClientCommand.AddPerson;
import im.chrysalis.wire.command.ClientCommand.RemoveContact;
import im.chrysalis.wire.command.ClientCommand.RemoveGroup;
import im.chrysalis.wire.command.ClientCommand.Rename;
import im.chrysalis.wire.command.ClientCommand.RenameGroup;
import im.chrysalis.wire.command.ClientCommand.SetAddNotice;
import im.chrysalis.wire.command.ClientCommand.SetContact;
import im.chrysalis.wire.command.ClientCommand.SetPrivacyDefault;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Groups;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The account's lists: who is on them now, and changes of them. A change shows in {@link #roster}
 * and is told as an event before its stage is done.
 *
 * <p>All methods may be called from any thread and none blocks. Stages are told where events are
 * told, in order with them, and never fail: that the server refused is an {@link Outcome}.
 */
public final class Contacts {
  private final Office office;
  private final Lifeline lifeline;
  private final Book book;

  Contacts(Office office, Lifeline lifeline, Book book) {
    this.office = office;
    this.lifeline = lifeline;
    this.book = book;
  }

  /** All lists as they are now. */
  public Roster roster() {
    return book.roster();
  }

  /** Somebody on any list. */
  public Optional<Contact> find(EmailAddress who) {
    return roster().find(who);
  }

  /** Those whom the account watches, by address. */
  public List<Contact> friends() {
    return roster().friends();
  }

  /** Those who watch the account, while it has neither allowed nor blocked them. */
  public List<Contact> pending() {
    return roster().pending();
  }

  // people

  /** Watches somebody, and lets them see the account unless they are blocked. */
  public CompletionStage<Outcome> add(EmailAddress who) {
    return add(who, Optional.empty());
  }

  /** The same, and puts them into a group. Since MSNP7. */
  public CompletionStage<Outcome> add(EmailAddress who, Group group) {
    return add(who, Optional.of(group.id()));
  }

  private CompletionStage<Outcome> add(EmailAddress who, Optional<String> group) {
    return onTurn(
        group.isPresent(),
        () ->
            after(
                putInGroup(who, group),
                () ->
                    isDecided(who)
                        ? CompletableFuture.completedStage(Outcome.done())
                        : decide(who, ContactList.ALLOW)));
  }

  /** Watches somebody no more. They may still see the account, unless they are blocked. */
  public CompletionStage<Outcome> remove(EmailAddress who) {
    return onTurn(false, () -> take(who, ContactList.FORWARD));
  }

  /** Puts a friend into one more group. Since MSNP7. */
  public CompletionStage<Outcome> addTo(Group group, EmailAddress friend) {
    return onTurn(true, () -> putInGroup(friend, Optional.of(group.id())));
  }

  /** Takes a friend out of a group. Since MSNP7. */
  public CompletionStage<Outcome> removeFrom(Group group, EmailAddress friend) {
    return onTurn(true, () -> take(friend, ContactList.FORWARD, Optional.of(group.id())));
  }

  /** Lets somebody see the account and talk to it. Takes back a block. */
  public CompletionStage<Outcome> allow(EmailAddress who) {
    return onTurn(false, () -> move(who, ContactList.BLOCK, ContactList.ALLOW));
  }

  /** Hides the account from somebody, who sees it as offline and can't talk to it. */
  public CompletionStage<Outcome> block(EmailAddress who) {
    return onTurn(false, () -> move(who, ContactList.ALLOW, ContactList.BLOCK));
  }

  /** Takes back a block; the same as {@link #allow}. */
  public CompletionStage<Outcome> unblock(EmailAddress who) {
    return allow(who);
  }

  /**
   * Calls a friend something on the account's own list. They never hear of it. The name is shown
   * until they appear, and at the next sign-in.
   */
  public CompletionStage<Outcome> label(EmailAddress friend, String name) {
    EncodedText text = EncodedText.of(name);
    return onTurn(
        false,
        () ->
            hasIds()
                ? withId(friend, id -> ask(trId -> new SetContact(trId, id, Book.NAME, text)))
                : ask(trId -> new Rename(trId, friend, text)));
  }

  // groups

  /** Makes a group. Since MSNP7. */
  public CompletionStage<Outcome> addGroup(String name) {
    return onTurn(true, () -> ask(trId -> new AddGroup(trId, EncodedText.of(name))));
  }

  /** Gives a group another name. Since MSNP7. */
  public CompletionStage<Outcome> renameGroup(Group group, String name) {
    return onTurn(true, () -> ask(trId -> new RenameGroup(trId, group.id(), EncodedText.of(name))));
  }

  /** Removes a group; its contacts stay. Since MSNP7. */
  public CompletionStage<Outcome> removeGroup(Group group) {
    return onTurn(true, () -> ask(trId -> new RemoveGroup(trId, group.id())));
  }

  // settings

  /** What holds for people on neither the allow nor the block list. */
  public CompletionStage<Outcome> privacy(PrivacyDefault privacy) {
    return onTurn(false, () -> ask(trId -> new SetPrivacyDefault(trId, privacy)));
  }

  /** Whether the owner wants to be asked when somebody adds them. Servers only keep it. */
  public CompletionStage<Outcome> addNotice(AddNotice notice) {
    return onTurn(false, () -> ask(trId -> new SetAddNotice(trId, notice)));
  }

  private CompletionStage<Outcome> onTurn(
      boolean needsGroups, Supplier<CompletionStage<Outcome>> change) {
    Answer<Outcome> answer = office.delivery().answer();
    office
        .turn()
        .execute(() -> {
          Optional<Dialect> dialect = lifeline.dialect();
          if (needsGroups && dialect.isPresent() && !dialect.get().hasGroups()) {
            answer.tell(Outcome.failed(new Failure.NotInThisDialect(dialect.get().name())));
          } else {
            change.get().thenAccept(answer::tell);
          }
        });
    return answer;
  }

  // from here on, on the messenger's turn

  private boolean isDecided(EmailAddress who) {
    return find(who).filter(it -> it.isAllowed() || it.isBlocked()).isPresent();
  }

  private CompletionStage<Outcome> move(EmailAddress who, ContactList from, ContactList to) {
    boolean isThere = find(who).filter(it -> it.lists().contains(from)).isPresent();
    return isThere ? after(take(who, from), () -> decide(who, to)) : decide(who, to);
  }

  /** Allows or blocks somebody, who is pending no more then. */
  private CompletionStage<Outcome> decide(EmailAddress who, ContactList list) {
    CompletionStage<Outcome> decided = put(who, list);
    return find(who).filter(it -> it.lists().contains(ContactList.PENDING)).isEmpty()
        ? decided
        : after(
            after(decided, () -> put(who, ContactList.REVERSE)),
            () -> take(who, ContactList.PENDING));
  }

  /** Onto the forward list, and there into a group if there is one. */
  private CompletionStage<Outcome> putInGroup(EmailAddress who, Optional<String> group) {
    if (!hasIds()) {
      return ask(trId ->
          new AddContact(trId, ContactList.FORWARD, who, EncodedText.of(nameOf(who)), group));
    }
    Supplier<CompletionStage<Outcome>> inGroup =
        () ->
            withId(
                who,
                id ->
                    ask(trId ->
                        new AddPerson(
                            trId,
                            ContactList.FORWARD,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(id),
                            group)));
    if (group.isPresent() && find(who).filter(Contact::isFriend).isPresent()) {
      return inGroup.get();
    }
    CompletionStage<Outcome> added = put(who, ContactList.FORWARD);
    return group.isPresent() ? after(added, inGroup) : added;
  }

  private CompletionStage<Outcome> put(EmailAddress who, ContactList list) {
    EncodedText name = EncodedText.of(nameOf(who));
    return hasIds()
        ? ask(trId ->
            new AddPerson(
                trId,
                list,
                Optional.of(who),
                list == ContactList.FORWARD ? Optional.of(name) : Optional.empty(),
                Optional.empty(),
                Optional.empty()))
        : ask(trId -> new AddContact(trId, list, who, name, Optional.empty()));
  }

  private CompletionStage<Outcome> take(EmailAddress who, ContactList list) {
    return take(who, list, Optional.empty());
  }

  private CompletionStage<Outcome> take(
      EmailAddress who, ContactList list, Optional<String> group) {
    return hasIds() && list == ContactList.FORWARD
        ? withId(who, id -> ask(trId -> new RemoveContact(trId, list, id, group)))
        : ask(trId -> new RemoveContact(trId, list, who.text(), group));
  }

  private String nameOf(EmailAddress who) {
    return find(who).map(Contact::name).orElse(who.text());
  }

  /** Whether friends and groups are called by ids. */
  private boolean hasIds() {
    return lifeline.dialect().filter(it -> it.groups() == Groups.GUIDS).isPresent();
  }

  private CompletionStage<Outcome> withId(
      EmailAddress friend, Function<String, CompletionStage<Outcome>> then) {
    return find(friend)
        .flatMap(Contact::id)
        .map(then)
        .orElseGet(
            () -> CompletableFuture.completedStage(Outcome.failed(new Failure.NotAFriend(friend))));
  }

  private static CompletionStage<Outcome> after(
      CompletionStage<Outcome> first, Supplier<CompletionStage<Outcome>> next) {
    return first.thenCompose(
        outcome -> outcome.isDone() ? next.get() : CompletableFuture.completedStage(outcome));
  }

  private CompletionStage<Outcome> ask(Function<TrId, ClientCommand> command) {
    return lifeline.ask(command).thenApply(Reply::outcome);
  }
}

package im.chrysalis.client;

import im.chrysalis.values.AddNotice;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.wire.dialect.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
  private final Edits wire;
  private final Edits addressBook;

  Contacts(Office office, Lifeline lifeline, Book book) {
    this.office = office;
    this.lifeline = lifeline;
    this.book = book;
    wire = new WireEdits(lifeline, book);
    addressBook = new BookEdits(lifeline, book);
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
            Steps.after(
                edits().befriend(who, group),
                () ->
                    isDecided(who)
                        ? CompletableFuture.completedStage(Outcome.done())
                        : decide(who, ContactList.ALLOW)));
  }

  /** Watches somebody no more. They may still see the account, unless they are blocked. */
  public CompletionStage<Outcome> remove(EmailAddress who) {
    return onTurn(false, () -> edits().unfriend(who));
  }

  /** Puts a friend into one more group. Since MSNP7. */
  public CompletionStage<Outcome> addTo(Group group, EmailAddress friend) {
    return onTurn(true, () -> edits().befriend(friend, Optional.of(group.id())));
  }

  /** Takes a friend out of a group. Since MSNP7. */
  public CompletionStage<Outcome> removeFrom(Group group, EmailAddress friend) {
    return onTurn(true, () -> edits().takeOut(friend, group.id()));
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
    return onTurn(false, () -> edits().label(friend, name));
  }

  // groups

  /** Makes a group. Since MSNP7. */
  public CompletionStage<Outcome> addGroup(String name) {
    return onTurn(true, () -> edits().addGroup(name));
  }

  /** Gives a group another name. Since MSNP7. */
  public CompletionStage<Outcome> renameGroup(Group group, String name) {
    return onTurn(true, () -> edits().renameGroup(group, name));
  }

  /** Removes a group; its contacts stay. Since MSNP7. */
  public CompletionStage<Outcome> removeGroup(Group group) {
    return onTurn(true, () -> edits().removeGroup(group));
  }

  // settings

  /** What holds for people on neither the allow nor the block list. */
  public CompletionStage<Outcome> privacy(PrivacyDefault privacy) {
    return onTurn(false, () -> edits().privacy(privacy));
  }

  /** Whether the owner wants to be asked when somebody adds them. Servers only keep it. */
  public CompletionStage<Outcome> addNotice(AddNotice notice) {
    return onTurn(false, () -> edits().addNotice(notice));
  }

  private CompletionStage<Outcome> onTurn(
      boolean needsGroups, Supplier<CompletionStage<Outcome>> change) {
    Answer<Outcome> answer = office.delivery().answer();
    office
        .turn()
        .execute(() -> {
          Optional<Dialect> dialect = lifeline.dialect();
          if (dialect.isEmpty()) {
            answer.tell(Outcome.failed(new Failure.NotConnected()));
          } else if (needsGroups && !hasGroups(dialect.get())) {
            answer.tell(Outcome.failed(new Failure.NotInThisDialect(dialect.get().name())));
          } else {
            change.get().thenAccept(answer::tell);
          }
        });
    return answer;
  }

  // from here on, on the messenger's turn

  private static boolean hasGroups(Dialect dialect) {
    return dialect.hasGroups() || dialect.hasAddressBook();
  }

  private Edits edits() {
    return lifeline.dialect().filter(Dialect::hasAddressBook).isPresent() ? addressBook : wire;
  }

  private boolean isDecided(EmailAddress who) {
    return find(who).filter(it -> it.isAllowed() || it.isBlocked()).isPresent();
  }

  private CompletionStage<Outcome> move(EmailAddress who, ContactList from, ContactList to) {
    boolean isThere = find(who).filter(it -> it.lists().contains(from)).isPresent();
    return isThere ? Steps.after(edits().take(who, from), () -> decide(who, to)) : decide(who, to);
  }

  /** Allows or blocks somebody, who is pending no more then. */
  private CompletionStage<Outcome> decide(EmailAddress who, ContactList list) {
    CompletionStage<Outcome> decided = edits().put(who, list);
    return find(who).filter(it -> it.lists().contains(ContactList.PENDING)).isEmpty()
        ? decided
        : Steps.after(
            Steps.after(decided, () -> edits().put(who, ContactList.REVERSE)),
            () -> edits().take(who, ContactList.PENDING));
  }
}

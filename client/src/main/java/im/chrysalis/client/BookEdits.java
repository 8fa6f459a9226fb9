package im.chrysalis.client;

import im.chrysalis.client.web.BookPage;
import im.chrysalis.client.web.BookWish;
import im.chrysalis.client.web.Fault;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.wire.command.ClientCommand.ChangeMemberships;
import im.chrysalis.wire.command.ClientCommand.SetPrivacyDefault;
import im.chrysalis.wire.payload.Memberships;
import im.chrysalis.wire.payload.Memberships.Member;
import im.chrysalis.wire.xml.Element;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Changes of lists since MSNP13: first in the address book, then the notification server is told
 * what follows from it.
 *
 * @see <a
 *     href="../../../../../../../docs/protocol/address-book.md">docs/protocol/address-book.md</a>
 */
final class BookEdits implements Edits {
  /** What a service means by saying that there is nothing to be done. */
  private static final Set<String> IS_SO_ALREADY =
      Set.of("ContactAlreadyExists", "MemberAlreadyExists", "MemberDoesNotExist");

  private final Lifeline lifeline;
  private final Desk desk;
  private final Book book;

  BookEdits(Lifeline lifeline, Book book) {
    this.lifeline = lifeline;
    desk = lifeline.desk();
    this.book = book;
  }

  @Override
  public CompletionStage<Outcome> befriend(EmailAddress who, Optional<String> group) {
    boolean isFriend = book.roster().find(who).filter(Contact::isFriend).isPresent();
    CompletionStage<Outcome> added =
        isFriend && group.isPresent() ? CompletableFuture.completedStage(Outcome.done()) : add(who);
    return group.map(id -> Steps.after(added, () -> putInGroup(who, id))).orElse(added);
  }

  private CompletionStage<Outcome> add(EmailAddress who) {
    CompletionStage<Outcome> inBook =
        desk.ask(BookWish.add(who))
            .thenCompose(heard ->
                switch (heard) {
                  case Desk.Heard.Given(var operation) -> added(who, id(operation));
                  case Desk.Heard.Refused(var fault) when fault.conflict().isPresent() ->
                      Steps.after(
                          change(BookWish.useInMessenger(fault.conflict().get()), _ -> {}),
                          () -> added(who, fault.conflict()));
                  case Desk.Heard.Refused(var fault) -> refused(fault);
                  case Desk.Heard.Failed(var why) -> failed(why);
                });
    return Steps.after(inBook, () -> tell("ADL", who, ContactList.FORWARD));
  }

  private CompletionStage<Outcome> added(EmailAddress who, Optional<String> id) {
    if (id.isEmpty()) {
      return failed(new Failure.NotUnderstood("a contact without an id"));
    }
    book.befriended(who, id.get());
    return CompletableFuture.completedStage(Outcome.done());
  }

  private static Optional<String> id(Element operation) {
    return operation.textOf("guid").map(String::strip).filter(it -> !it.isEmpty());
  }

  private CompletionStage<Outcome> putInGroup(EmailAddress who, String group) {
    return book.withId(who, id -> change(BookWish.addTo(group, id), _ -> book.grouped(who, group)));
  }

  @Override
  public CompletionStage<Outcome> unfriend(EmailAddress who) {
    return book.withId(
        who,
        id ->
            Steps.after(
                change(BookWish.remove(id), _ -> book.unlisted(who, ContactList.FORWARD)),
                () -> tell("RML", who, ContactList.FORWARD)));
  }

  @Override
  public CompletionStage<Outcome> takeOut(EmailAddress who, String group) {
    return book.withId(
        who, id -> change(BookWish.removeFrom(group, id), _ -> book.ungrouped(who, group)));
  }

  @Override
  public CompletionStage<Outcome> put(EmailAddress who, ContactList list) {
    return Steps.after(
        change(BookWish.addMember(list, who), _ -> book.listed(who, list)),
        () -> tell("ADL", who, list));
  }

  @Override
  public CompletionStage<Outcome> take(EmailAddress who, ContactList list) {
    return Steps.after(
        change(BookWish.removeMember(list, who), _ -> book.unlisted(who, list)),
        () -> tell("RML", who, list));
  }

  @Override
  public CompletionStage<Outcome> label(EmailAddress friend, String name) {
    return book.withId(
        friend, id -> change(BookWish.label(id, name), _ -> book.renamed(friend, name)));
  }

  @Override
  public CompletionStage<Outcome> addGroup(String name) {
    return change(
        BookWish.addGroup(name),
        operation -> id(operation).ifPresent(id -> book.groupChanged(id, name)));
  }

  @Override
  public CompletionStage<Outcome> renameGroup(Group group, String name) {
    return change(BookWish.renameGroup(group.id(), name), _ -> book.groupChanged(group.id(), name));
  }

  @Override
  public CompletionStage<Outcome> removeGroup(Group group) {
    return change(BookWish.removeGroup(group.id()), _ -> book.groupRemoved(group.id()));
  }

  @Override
  public CompletionStage<Outcome> privacy(PrivacyDefault privacy) {
    String value = privacy == PrivacyDefault.ALLOW ? "1" : "2";
    return Steps.after(
        change(BookWish.set(BookPage.PRIVACY, value), _ -> {}),
        () -> lifeline.ask(trId -> new SetPrivacyDefault(trId, privacy)).thenApply(Reply::outcome));
  }

  @Override
  public CompletionStage<Outcome> addNotice(AddNotice notice) {
    String value = notice == AddNotice.ASK ? "1" : "2";
    return change(
        BookWish.set(BookPage.ADD_NOTICE, value),
        _ -> {
          book.addNotice(notice);
          book.publish();
        });
  }

  /** Changes the book; what is so already is done. */
  private CompletionStage<Outcome> change(BookWish wish, Consumer<Element> done) {
    return desk.ask(wish)
        .thenCompose(heard ->
            switch (heard) {
              case Desk.Heard.Given(var operation) -> {
                done.accept(operation);
                yield CompletableFuture.completedStage(Outcome.done());
              }
              case Desk.Heard.Refused(var fault) when IS_SO_ALREADY.contains(fault.code()) -> {
                done.accept(fault.detail());
                yield CompletableFuture.completedStage(Outcome.done());
              }
              case Desk.Heard.Refused(var fault) -> refused(fault);
              case Desk.Heard.Failed(var why) -> failed(why);
            });
  }

  /** Tells the notification server; the lists of those who watch follow by themselves. */
  private CompletionStage<Outcome> tell(String verb, EmailAddress who, ContactList list) {
    if (list == ContactList.REVERSE || list == ContactList.PENDING) {
      return CompletableFuture.completedStage(Outcome.done());
    }
    byte[] xml =
        Memberships.of(List.of(Member.of(who, list.bit(), Optional.empty())))
            .xml()
            .getBytes(StandardCharsets.UTF_8);
    return lifeline.ask(trId -> new ChangeMemberships(trId, verb, xml)).thenApply(Reply::outcome);
  }

  private static CompletionStage<Outcome> refused(Fault fault) {
    return failed(Failure.WebRefused.of(fault));
  }

  private static CompletionStage<Outcome> failed(Failure why) {
    return CompletableFuture.completedStage(Outcome.failed(why));
  }
}

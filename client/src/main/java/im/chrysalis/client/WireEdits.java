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
import im.chrysalis.wire.dialect.Groups;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Changes of lists that are on the wire, up to MSNP12. The book hears of them by the replies. */
final class WireEdits implements Edits {
  private final Lifeline lifeline;
  private final Book book;

  WireEdits(Lifeline lifeline, Book book) {
    this.lifeline = lifeline;
    this.book = book;
  }

  @Override
  public CompletionStage<Outcome> befriend(EmailAddress who, Optional<String> group) {
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
    if (group.isPresent() && book.roster().find(who).filter(Contact::isFriend).isPresent()) {
      return inGroup.get();
    }
    CompletionStage<Outcome> added = put(who, ContactList.FORWARD);
    return group.isPresent() ? Steps.after(added, inGroup) : added;
  }

  @Override
  public CompletionStage<Outcome> unfriend(EmailAddress who) {
    return takeFriend(who, Optional.empty());
  }

  @Override
  public CompletionStage<Outcome> takeOut(EmailAddress who, String group) {
    return takeFriend(who, Optional.of(group));
  }

  private CompletionStage<Outcome> takeFriend(EmailAddress who, Optional<String> group) {
    return hasIds()
        ? withId(who, id -> ask(trId -> new RemoveContact(trId, ContactList.FORWARD, id, group)))
        : ask(trId -> new RemoveContact(trId, ContactList.FORWARD, who.text(), group));
  }

  @Override
  public CompletionStage<Outcome> put(EmailAddress who, ContactList list) {
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

  @Override
  public CompletionStage<Outcome> take(EmailAddress who, ContactList list) {
    return ask(trId -> new RemoveContact(trId, list, who.text(), Optional.empty()));
  }

  @Override
  public CompletionStage<Outcome> label(EmailAddress friend, String name) {
    EncodedText text = EncodedText.of(name);
    return hasIds()
        ? withId(friend, id -> ask(trId -> new SetContact(trId, id, Book.NAME, text)))
        : ask(trId -> new Rename(trId, friend, text));
  }

  @Override
  public CompletionStage<Outcome> addGroup(String name) {
    return ask(trId -> new AddGroup(trId, EncodedText.of(name)));
  }

  @Override
  public CompletionStage<Outcome> renameGroup(Group group, String name) {
    return ask(trId -> new RenameGroup(trId, group.id(), EncodedText.of(name)));
  }

  @Override
  public CompletionStage<Outcome> removeGroup(Group group) {
    return ask(trId -> new RemoveGroup(trId, group.id()));
  }

  @Override
  public CompletionStage<Outcome> privacy(PrivacyDefault privacy) {
    return ask(trId -> new SetPrivacyDefault(trId, privacy));
  }

  @Override
  public CompletionStage<Outcome> addNotice(AddNotice notice) {
    return ask(trId -> new SetAddNotice(trId, notice));
  }

  private String nameOf(EmailAddress who) {
    return book.roster().find(who).map(Contact::name).orElse(who.text());
  }

  /** Whether friends and groups are called by ids. */
  private boolean hasIds() {
    return lifeline.dialect().filter(it -> it.groups() == Groups.GUIDS).isPresent();
  }

  private CompletionStage<Outcome> withId(
      EmailAddress friend, Function<String, CompletionStage<Outcome>> then) {
    return book.withId(friend, then);
  }

  private CompletionStage<Outcome> ask(Function<TrId, ClientCommand> command) {
    return lifeline.ask(command).thenApply(Reply::outcome);
  }
}

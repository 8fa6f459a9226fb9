package im.chrysalis.server.web.book;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Accounts;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.circle.Circle;
import im.chrysalis.domain.circle.CircleOutcome;
import im.chrysalis.domain.circle.CircleRefusal;
import im.chrysalis.domain.circle.Circles;
import im.chrysalis.domain.contact.Notes;
import im.chrysalis.domain.contact.Refusal;
import im.chrysalis.domain.person.GroupName;
import im.chrysalis.domain.person.Outcome;
import im.chrysalis.domain.person.People;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.Request.ContactCopy;
import im.chrysalis.domain.person.Request.RosterCopy;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.server.web.Asker;
import im.chrysalis.server.web.Waiting;
import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks persons and accounts for the book, and waits for what they say, so that an operation of many
 * steps reads from top to bottom. Only for threads that may wait.
 */
final class BookKeeper {
  /** A change from here is no session's own. */
  private static final SessionId NO_SESSION = new SessionId("", -1);

  private final People people;
  private final Accounts accounts;
  private final Notes notes;
  private final Circles circles;

  BookKeeper(People people, Accounts accounts, Notes notes, Circles circles) {
    this.people = people;
    this.accounts = accounts;
    this.notes = notes;
    this.circles = circles;
  }

  RosterCopy roster(AccountId owner) {
    return Waiting.on(people.ask(owner, new Request.ReadRoster()));
  }

  /** The same with a version that changes of circles raise too, since a book shows both. */
  RosterCopy book(AccountId owner) {
    long changes = Waiting.on(circles.version(owner)); // before what it is the version of
    RosterCopy roster = roster(owner);
    Account account = roster.account();
    return new RosterCopy(
        account.atVersion(account.listVersion() + changes), roster.groups(), roster.contacts());
  }

  /** See {@link Accounts#cidsAround}. */
  Map<AccountId, Long> cidsAround(AccountId owner) {
    return Waiting.on(accounts.cidsAround(owner));
  }

  Optional<Card> find(EmailAddress address) {
    return Waiting.on(accounts.byAddress(address));
  }

  /** See {@link Accounts#cids}. */
  Map<AccountId, Long> cids(Collection<Card> of) {
    return Waiting.on(accounts.cids(of.stream().map(Card::id).collect(Collectors.toSet())));
  }

  /** The CIDs of everybody in circles, and of those who invited them. */
  Map<AccountId, Long> cidsIn(Collection<Circle> all) {
    return cids(
        all.stream()
            .flatMap(circle -> circle.members().stream())
            .flatMap(member -> Stream.concat(Stream.of(member.who()), member.inviter().stream()))
            .toList());
  }

  Circles circles() {
    return circles;
  }

  /** See {@link Circles#of}. */
  List<Circle> circles(AccountId who) {
    return Waiting.on(circles.of(who));
  }

  /** A circle that somebody is in or invited to; whoever is neither does not get to see it. */
  Circle circle(AccountId who, CircleId id) throws Fault.Refused {
    return circles(who).stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow(BookFault.BOOK_DOES_NOT_EXIST::refused);
  }

  /** The circle that has come of a request. */
  Circle done(CompletionStage<CircleOutcome> request) throws Fault.Refused {
    return switch (Waiting.on(request)) {
      case CircleOutcome.Done(Circle circle) -> circle;
      case CircleOutcome.Refused(CircleRefusal why) ->
          throw switch (why) {
            case NO_SUCH_CIRCLE -> BookFault.BOOK_DOES_NOT_EXIST.refused();
            case NO_SUCH_ACCOUNT -> BookFault.INVALID_PASSPORT_USER.refused();
            case NOT_ALLOWED -> BookFault.FORBIDDEN.refused();
            case NOT_A_MEMBER -> BookFault.CONTACT_DOES_NOT_EXIST.refused();
            case ALREADY_THERE -> BookFault.CONTACT_ALREADY_EXISTS.refused();
            case CIRCLE_FULL, TOO_MANY_CIRCLES -> BookFault.LIMIT_REACHED.refused();
            case BAD_NAME -> BookFault.badLength("DisplayName");
            case BAD_MESSAGE -> BookFault.badLength(NoteNames.INVITE);
          };
    };
  }

  /** See {@link Notes#of}. */
  Map<UUID, Map<String, String>> notes(AccountId owner) {
    return Waiting.on(notes.of(owner));
  }

  /** Somebody on any list of an account. */
  Optional<ContactCopy> contact(AccountId owner, AccountId who) {
    return roster(owner).contacts().stream()
        .filter(contact -> contact.view().card().id().equals(who))
        .findFirst();
  }

  /** Makes a change; why not, if it is refused. */
  Optional<Refusal> edit(AccountId owner, Request.Edit edit) {
    return switch (Waiting.on(people.ask(owner, Asker.own(edit)))) {
      case Outcome.Done _ -> Optional.empty();
      case Outcome.Refused(Refusal why) -> Optional.of(why);
    };
  }

  Optional<Refusal> add(AccountId owner, Card who, ContactList list) {
    return add(owner, who, list, Optional.empty());
  }

  /** Puts somebody on a list; on the forward list with a group, also into the group. */
  Optional<Refusal> add(AccountId owner, Card who, ContactList list, Optional<GroupName> group) {
    return edit(owner, new Request.AddToList(NO_SESSION, who, list, group, 0));
  }

  Optional<Refusal> remove(AccountId owner, AccountId who, ContactList list) {
    return edit(owner, new Request.RemoveFromList(who, list));
  }

  /** Puts somebody on the allow list or the block list, and off the other. */
  Optional<Refusal> move(AccountId owner, Card who, ContactList to) {
    Optional<Refusal> refusal = add(owner, who, to);
    if (!refusal.equals(Optional.of(Refusal.ON_OPPOSITE_LIST))) {
      return refusal;
    }
    remove(owner, who.id(), to == ContactList.ALLOW ? ContactList.BLOCK : ContactList.ALLOW);
    return add(owner, who, to);
  }

  /** Writes notes down and strikes out those that are empty, if that makes a difference. */
  void write(AccountId owner, UUID about, Map<String, String> changes) throws Fault.Refused {
    if (changes.isEmpty()) {
      return;
    }
    Map<String, String> before = notes(owner).getOrDefault(about, Map.of());
    Map<String, String> after = new HashMap<>(before);
    after.putAll(changes);
    after.values().removeIf(String::isEmpty);
    if (after.size() > Notes.MAX_ABOUT_ONE) {
      throw BookFault.LIMIT_REACHED.refused();
    }
    if (!after.equals(before)) {
      edit(owner, new Request.WriteNotes(about, changes));
    }
  }

  /** Somebody who waits for the owner's decision waits no longer. */
  void settle(AccountId owner, AccountId who) {
    edit(owner, new Request.SettlePending(who));
  }
}

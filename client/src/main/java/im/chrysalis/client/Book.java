package im.chrysalis.client;

import im.chrysalis.client.web.BookPage;
import im.chrysalis.client.web.MemberPage;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.command.ServerEvent.Appearance;
import im.chrysalis.wire.command.ServerEvent.ContactAdded;
import im.chrysalis.wire.command.ServerEvent.ContactListed;
import im.chrysalis.wire.command.ServerEvent.ContactRemoved;
import im.chrysalis.wire.command.ServerEvent.ContactSet;
import im.chrysalis.wire.command.ServerEvent.PersonAdded;
import im.chrysalis.wire.command.ServerEvent.PersonListed;
import im.chrysalis.wire.command.ServerEvent.PersonalDataIs;
import im.chrysalis.wire.payload.Memberships.Member;
import im.chrysalis.wire.payload.MsnObject;
import im.chrysalis.wire.payload.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the lists as the server tells them. Written on the messenger's turn; the roster may be read
 * anywhere.
 */
final class Book {
  private static final Logger LOG = LoggerFactory.getLogger(Book.class);

  /** What numbered dialects call the place of those who are in no group. */
  private static final String NO_GROUP = "0";

  /** What is set about a contact when it is called something. */
  static final String NAME = "MFN";

  private final Delivery delivery;
  private final TreeMap<EmailAddress, Contact> people = new TreeMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private PrivacyDefault privacy = PrivacyDefault.ALLOW;
  private AddNotice addNotice = AddNotice.ASK;
  private final Strangers strangers = new Strangers();
  private boolean isShown;
  private volatile Roster roster = Roster.EMPTY;

  Book(Delivery delivery) {
    this.delivery = delivery;
  }

  Roster roster() {
    return roster;
  }

  /** The lists come anew; until they are all there, the old ones are shown. */
  void beginAnew() {
    people.clear();
    groups.clear();
  }

  /**
   * The lists of the address book, in place of those that were there. How friends appear stays;
   * whoever has changed is told of, unless these are the first lists of a session.
   */
  void replaced(MemberPage members, BookPage page) {
    Roster before = roster;
    beginAnew();
    page.groups().forEach(it -> groups.put(it.id(), new Group(it.id(), it.name())));
    people.putAll(BookCopy.people(members, page, before));
    privacy = BookCopy.privacy(page).orElse(privacy);
    addNotice = BookCopy.addNotice(page).orElse(addNotice);
    publish();
    if (isShown) {
      BookCopy.news(before, roster).forEach(delivery::tell);
    }
    strangers.met(who -> roster.find(who).filter(Contact::isFriend).isPresent());
  }

  /** Whether the lists of this session are shown, so that what changes is news. */
  void shown(boolean are) {
    isShown = are;
    strangers.forgetAll(are);
  }

  /** Shows what has been taken down. */
  void publish() {
    roster = new Roster(people, List.copyOf(groups.values()), privacy, addNotice);
  }

  void listed(ContactListed it) {
    put(contact(it.who()).on(it.list()).named(it.name().text()).in(real(it.groups())));
  }

  void listed(PersonListed it) {
    Contact contact = contact(it.who());
    for (ContactList list : ContactList.values()) {
      if ((it.lists() & list.bit()) != 0) {
        contact = contact.on(list);
      }
    }
    put(
        contact
            .named(it.name().map(EncodedText::text).orElse(contact.name()))
            .identified(it.contactId())
            .in(real(it.groups())));
  }

  void groupListed(String id, String name) {
    if (!id.equals(NO_GROUP)) {
      groups.put(id, new Group(id, name));
    }
  }

  void privacy(PrivacyDefault now) {
    privacy = now;
  }

  void addNotice(AddNotice now) {
    addNotice = now;
  }

  /** Somebody came onto lists, as dialects since MSNP13 tell it. */
  void added(Member it, boolean unasked) {
    it.address()
        .ifPresent(who ->
            forEachList(
                it,
                list ->
                    added(
                        contact(who),
                        list,
                        it.name().map(EncodedText::of),
                        Optional.empty(),
                        unasked)));
  }

  void removed(Member it) {
    it.address().ifPresent(who -> forEachList(it, list -> removed(contact(who), list)));
  }

  private static void forEachList(Member it, Consumer<ContactList> what) {
    for (ContactList list : ContactList.values()) {
      if ((it.lists() & list.bit()) != 0) {
        what.accept(list);
      }
    }
  }

  /** A friend is in the address book under this id. */
  void befriended(EmailAddress who, String id) {
    change(contact(who).on(ContactList.FORWARD).identified(Optional.of(id)));
    strangers.met(who::equals);
  }

  /** Does something with a friend who is called by an id. */
  CompletionStage<Outcome> withId(
      EmailAddress friend, Function<String, CompletionStage<Outcome>> then) {
    return Optional.ofNullable(people.get(friend))
        .flatMap(Contact::id)
        .map(then)
        .orElseGet(
            () -> CompletableFuture.completedStage(Outcome.failed(new Failure.NotAFriend(friend))));
  }

  /** Somebody is on a list of the account's own choice. */
  void listed(EmailAddress who, ContactList list) {
    change(contact(who).on(list));
  }

  void unlisted(EmailAddress who, ContactList list) {
    removed(contact(who), list);
  }

  void grouped(EmailAddress who, String group) {
    change(contact(who).in(List.of(group)));
  }

  void ungrouped(EmailAddress who, String group) {
    change(contact(who).outOf(group));
  }

  /** Somebody came onto a list; unasked, when they did it themselves. */
  void added(ContactAdded it, boolean unasked) {
    added(contact(it.who()), it.list(), Optional.of(it.name()), it.group(), unasked);
  }

  void added(PersonAdded it, boolean unasked) {
    Optional<Contact> known = it.contactId().flatMap(this::identified);
    it.who()
        .map(this::contact)
        .or(() -> known)
        .ifPresent(contact ->
            added(contact.identified(it.contactId()), it.list(), it.name(), it.group(), unasked));
  }

  private void added(
      Contact before,
      ContactList list,
      Optional<EncodedText> name,
      Optional<String> group,
      boolean unasked) {
    // an echo carries the name that was sent, which is no news of a contact who is known
    boolean tellsName = unasked || !before.isOnAnyList();
    Contact now =
        before
            .on(list)
            .named(name.filter(_ -> tellsName).map(EncodedText::text).orElse(before.name()));
    if (list == ContactList.FORWARD) {
      now = now.in(real(group.stream().toList()));
    }
    put(now);
    publish();
    delivery.tell(
        unasked && list == ContactList.REVERSE
            ? new Event.AddedYou(now)
            : new Event.ContactChanged(now));
  }

  void removed(ContactRemoved it) {
    Optional<Contact> known =
        identified(it.who()).or(() -> EmailAddress.parse(it.who()).map(this::contact));
    if (known.isEmpty()) {
      return;
    }
    if (it.group().isPresent()) {
      change(known.get().outOf(it.group().get()));
    } else {
      removed(known.get(), it.list());
    }
  }

  private void removed(Contact before, ContactList list) {
    Contact now = before.off(list);
    put(now);
    publish();
    delivery.tell(
        list == ContactList.REVERSE ? new Event.RemovedYou(now) : new Event.ContactChanged(now));
  }

  void renamed(EmailAddress who, String name) {
    Contact before = people.get(who);
    if (before != null) {
      change(before.named(name));
    }
  }

  void set(ContactSet it) {
    if (it.key().equalsIgnoreCase(NAME)) {
      identified(it.contactId()).ifPresent(before -> change(before.named(it.value().text())));
    }
  }

  void groupChanged(String id, String name) {
    groups.put(id, new Group(id, name));
    tellGroups();
  }

  void groupRemoved(String id) {
    groups.remove(id);
    people.replaceAll((_, contact) -> contact.outOf(id));
    tellGroups();
  }

  /** A friend is there in some way. Strangers were just removed, or are just being added. */
  void appeared(Appearance it) {
    Contact before = people.get(it.who());
    if (before == null || !before.isFriend()) {
      strangers.saw(it.who(), () -> appeared(it));
    } else {
      Look look =
          new Look(
              it.status(),
              before.personalMessage(),
              it.capabilities().abilities(),
              it.picture().flatMap(word -> picture(it.who(), word)));
      changeLook(before, before.appearing(look).named(it.name().text()));
    }
  }

  /** A friend appears otherwise in some way, as a document tells. */
  void seen(EmailAddress who, UnaryOperator<Contact> how) {
    Contact before = people.get(who);
    if (before == null || !before.isFriend()) {
      strangers.saw(who, () -> seen(who, how));
      return;
    }
    Contact now = how.apply(before);
    put(now);
    publish();
    PersonalMessage told = now.personalMessage();
    if (!now.equals(before.appearing(before.look().telling(told)))) {
      delivery.tell(new Event.PresenceChanged(now, before.status()));
    }
    if (!told.equals(before.personalMessage())) {
      delivery.tell(new Event.PersonalMessageChanged(now));
    }
  }

  void wentOffline(EmailAddress who) {
    strangers.forget(who);
    Contact before = people.get(who);
    if (before != null && before.isOnline()) {
      changeLook(before, before.appearing(Look.OFFLINE));
    }
  }

  private void changeLook(Contact before, Contact now) {
    put(now);
    publish();
    delivery.tell(new Event.PresenceChanged(now, before.status()));
  }

  /** A friend tells something besides the status. */
  void told(PersonalDataIs it) {
    Contact before = people.get(it.who());
    if (before == null || !before.isFriend()) {
      strangers.saw(it.who(), () -> told(it));
      return;
    }
    Optional<PersonalMessage> message = message(it);
    if (message.isPresent() && !message.get().equals(before.personalMessage())) {
      Contact now = before.appearing(before.look().telling(message.get()));
      put(now);
      publish();
      delivery.tell(new Event.PersonalMessageChanged(now));
    }
  }

  /** The server may pass on unread what others say, so that nonsense is theirs. */
  private static Optional<PersonalMessage> message(PersonalDataIs it) {
    try {
      return PersonalData.read(it.xml()) instanceof PersonalData.Told(var message)
          ? Optional.of(message)
          : Optional.empty();
    } catch (MalformedCommand fault) {
      LOG.debug("contact={} {}", it.who(), fault.getMessage());
      return Optional.empty();
    }
  }

  /** Nobody is known to be there while there is no connection. */
  void everybodyOffline() {
    shown(false);
    people.replaceAll((_, contact) -> contact.appearing(Look.OFFLINE));
    publish();
  }

  private void change(Contact now) {
    put(now);
    publish();
    delivery.tell(new Event.ContactChanged(now));
  }

  private void tellGroups() {
    publish();
    delivery.tell(new Event.GroupsChanged(roster.groups()));
  }

  private static Optional<MsnObject> picture(EmailAddress who, String word) {
    try {
      return Optional.of(MsnObject.read(EncodedText.raw(word)));
    } catch (MalformedCommand fault) {
      LOG.debug("contact={} {}", who, fault.getMessage());
      return Optional.empty();
    }
  }

  private static List<String> real(List<String> groups) {
    return groups.stream().filter(group -> !group.equals(NO_GROUP)).toList();
  }

  private Optional<Contact> identified(String id) {
    return people.values().stream()
        .filter(it -> it.id().filter(id::equalsIgnoreCase).isPresent())
        .findFirst();
  }

  private Contact contact(EmailAddress who) {
    Contact known = people.get(who);
    return known == null ? Contact.stranger(who) : known;
  }

  private void put(Contact contact) {
    if (contact.isOnAnyList()) {
      people.put(contact.address(), contact);
    } else {
      people.remove(contact.address());
    }
  }
}

package im.chrysalis.server.web.book;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.contact.Group;
import im.chrysalis.domain.person.Request.ContactCopy;
import im.chrysalis.domain.person.Request.RosterCopy;
import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.ContactId;
import im.chrysalis.values.ContactList;
import im.chrysalis.wire.Stamp;
import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Contacts and groups. Three operations tell the same with different capital letters.
 *
 * @see <a href="../../../../../../../../../docs/protocol/address-book.md#find">address-book.md</a>
 */
final class FindBook {
  private static final Template RESPONSE =
      Template.of(
          """
          <{op}Response xmlns="http://www.msn.com/webservices/AddressBook">
            <{op}Result>{groups}{contacts}{circles}{ab}</{op}Result>
          </{op}Response>
          """);

  private static final Template GROUP =
      Template.of(
          """
          <Group>
            <groupId>{id}</groupId>
            <groupInfo>
              {annotations}<groupType>c8529ce2-6ead-434d-881f-341e17db3ff8</groupType>
              <name>{name}</name><IsNotMobileVisible>false</IsNotMobileVisible>
              <IsPrivate>false</IsPrivate><IsFavorite>{favorite}</IsFavorite>
            </groupInfo>
            <propertiesChanged/><fDeleted>false</fDeleted><lastChange>{stamp}</lastChange>
          </Group>
          """);

  private static final Template LIST = Template.of("<{name}>{items}</{name}>");

  private final BookKeeper keeper;
  private final CircleBooks circles;

  FindBook(BookKeeper keeper, CircleBooks circles) {
    this.keeper = keeper;
    this.circles = circles;
  }

  /** {@code ABFindAll}: WLM 8, aMSN, JML, papyon, BitlBee, none of which knows circles. */
  Markup all(Call call) throws Fault.Refused {
    Books.own(call.body().textAt("abId"));
    Deltas.refuse(call, call.body(), "deltasOnly", "lastChange");
    Page page = page(call);
    return response(
        "ABFindAll",
        list("groups", page.groups()),
        list("contacts", page.contacts(_ -> true)),
        Markup.NONE,
        list("ab", page.book()));
  }

  /** {@code ABFindContactsPaged}: WLM 2009, libpurple, MSNPSharp, Miranda. */
  Markup paged(Call call) throws Fault.Refused {
    Optional<CircleId> circle = Books.circle(call.body().textAt("abHandle", "ABId"));
    if (circle.isPresent()) {
      return circles.paged(call, circle.get());
    }
    Optional<Element> options = call.body().child("filterOptions");
    if (options.isPresent()) {
      Deltas.refuse(call, options.get(), "DeltasOnly", "LastChanged");
    }
    Page page = page(call);
    CircleBooks.Extract theirs =
        call.body().textAt("extendedContent").filter(it -> it.contains("CircleResult")).isPresent()
            ? circles.of(call.visitor())
            : CircleBooks.Extract.NONE;
    Stream<Markup> contacts = Stream.of(page.contacts(_ -> true), theirs.contacts());
    return response(
        "ABFindContactsPaged",
        list("Groups", page.groups()),
        list("Contacts", Markup.joined(contacts)),
        theirs.result(),
        list("Ab", page.book()));
  }

  /** {@code ABFindByContacts}: MSNPSharp, about a few that it names. */
  Markup byContacts(Call call) throws Fault.Refused {
    Books.own(call.body().textAt("abId"));
    Set<ContactId> wanted =
        call.body().items("contactIds", "guid").stream()
            .flatMap(id -> ContactId.parse(id.stripped()).stream())
            .collect(Collectors.toSet());
    Page page = page(call);
    return response(
        "ABFindByContacts",
        Markup.NONE,
        list("contacts", page.contacts(wanted::contains)),
        Markup.NONE,
        list("ab", page.book()));
  }

  private static Markup response(
      String operation, Markup groups, Markup contacts, Markup circles, Markup book) {
    return RESPONSE.fill(
        operation, operation, groups, contacts, circles, book, operation, operation);
  }

  private static Markup list(String name, Markup items) {
    return LIST.fill(name, items, name);
  }

  private Page page(Call call) {
    RosterCopy roster = keeper.book(call.visitor());
    Map<UUID, Map<String, String>> notes = keeper.notes(call.visitor());
    return new Page(
        roster,
        new ContactMarkup(roster.account(), keeper.cidsAround(call.visitor()), notes),
        notes,
        call.isLibpurple());
  }

  /**
   * A whole book at one moment.
   *
   * @param escapedName COMPAT libpurple: it decodes the owner's name as if it were an URL
   */
  private record Page(
      RosterCopy roster,
      ContactMarkup cards,
      Map<UUID, Map<String, String>> notes,
      boolean escapedName) {

    Markup contacts(Predicate<ContactId> wanted) {
      Account owner = roster.account();
      Stream<Markup> me =
          wanted.test(new ContactId(owner.card().id()))
              ? Stream.of(cards.me(escapedName))
              : Stream.empty();
      Stream<Markup> others =
          roster.contacts().stream()
              .filter(it -> isListed(it) && wanted.test(new ContactId(it.view().card().id())))
              .map(cards::contact);
      return Markup.joined(Stream.concat(me, others));
    }

    /** Older dialects let people add themselves; here they are in the list already. */
    private boolean isListed(ContactCopy contact) {
      return contact.isOn(ContactList.FORWARD)
          && !contact.view().card().id().equals(roster.account().card().id());
    }

    Markup groups() {
      return Markup.joined(roster.groups().stream().map(this::group));
    }

    private Markup group(Group group) {
      CardNotes about = new CardNotes(notes.getOrDefault(group.id(), Map.of()));
      return GROUP.fill(
          group.id(),
          about.annotations(),
          group.name(),
          about.field("IsFavorite").orElse("false"),
          stamp());
    }

    Markup book() {
      Account owner = roster.account();
      return BookHead.ofPerson(owner.cid(), owner.card().address(), stamp(), Stamp.of(0));
    }

    private String stamp() {
      return Stamp.of(roster.account().listVersion());
    }
  }
}

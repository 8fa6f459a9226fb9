package im.chrysalis.server.web.book;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.person.Request.ContactCopy;
import im.chrysalis.domain.person.Request.RosterCopy;
import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.ContactId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.Stamp;
import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.util.Optional;

/**
 * How WLM 2011, 2012 and MSNPSharp make and end acquaintances: first a contact, then a connection.
 * In a circle's book, and about a circle in one's own, the same operations are {@link
 * CircleEdits}'.
 *
 * @see <a
 *     href="../../../../../../../../../docs/protocol/address-book.md#relationships">address-book.md</a>
 */
final class Relationships {
  private static final String INDIVIDUAL = "3";
  private static final String CIRCLE = "5";
  private static final String INVITE_OR_ACCEPT = "1";
  private static final String DECLINE_OR_CANCEL = "2";

  private static final Template CREATED =
      Template.of("{contact}<CreateDate>{created}</CreateDate><CreatedBy>96</CreatedBy>");
  private static final Template MANAGED = Template.of("<clientErrorData/>{contact}");

  private final BookKeeper keeper;
  private final ContactEdits contacts;
  private final CircleEdits circles;

  Relationships(BookKeeper keeper, ContactEdits contacts, CircleEdits circles) {
    this.keeper = keeper;
    this.contacts = contacts;
    this.circles = circles;
  }

  /** {@code CreateContact}: puts somebody into the book, where they may be already. */
  Markup create(Call call) throws Fault.Refused {
    Optional<CircleId> circle = Books.circle(book(call));
    if (circle.isPresent()) {
      return circles.candidate(call, circle.get());
    }
    EmailAddress address =
        call.body()
            .textAt("contactHandle", "Email")
            .flatMap(EmailAddress::parse)
            .orElseThrow(BookFault.BAD_EMAIL::refused);
    Card who = contacts.named(address);
    if (who.id().equals(call.visitor())) {
      throw BookFault.CONTACT_ALREADY_EXISTS.because(new ContactId(who.id()));
    }
    boolean isNew = contacts.put(call.visitor(), who, Optional.empty());
    Optional<Element> info = call.body().child("contactInfo");
    if (isNew && info.isPresent()) {
      contacts.describe(call.visitor(), who, info.get());
    }
    return Answers.result(call, CREATED.fill(shown(call.visitor(), who.id()), Stamp.of(0)));
  }

  /** {@code ManageWLConnection}: invites, accepts, declines or cancels. */
  Markup manage(Call call) throws Fault.Refused {
    Optional<CircleId> circle = Books.circle(book(call));
    String type = call.body().textAt("relationshipType").orElse("");
    if (type.equals(CIRCLE)) {
      return circle.isPresent()
          ? circles.manage(call, circle.get())
          : circles.answer(call, circle(call).orElseThrow(BookFault.FORBIDDEN::refused));
    }
    if (circle.isPresent() || !type.equals(INDIVIDUAL)) {
      throw BookFault.FORBIDDEN.refused();
    }
    Card who = contact(call).view().card();
    switch (call.body().textAt("action").orElse("")) {
      case INVITE_OR_ACCEPT -> connect(call, who);
      case DECLINE_OR_CANCEL -> disconnect(call.visitor(), who.id());
      default -> throw BookFault.FORBIDDEN.refused();
    }
    return Answers.result(call, MANAGED.fill(shown(call.visitor(), who.id())));
  }

  /** {@code BreakConnection}. */
  Markup end(Call call) throws Fault.Refused {
    Optional<CircleId> circle = Books.circle(book(call));
    if (circle.isPresent()) {
      return circles.remove(call, circle.get());
    }
    Optional<CircleId> left = circle(call);
    if (left.isPresent()) {
      return circles.leave(call, left.get());
    }
    Card who = contact(call).view().card();
    disconnect(call.visitor(), who.id());
    if (call.body().flagAt("blockContact").orElse(false)) {
      keeper.move(call.visitor(), who, ContactList.BLOCK);
    }
    return Answers.done(call);
  }

  /** {@code DeleteContact}. */
  Markup delete(Call call) throws Fault.Refused {
    Optional<CircleId> circle = Books.circle(book(call));
    if (circle.isPresent()) {
      return circles.remove(call, circle.get());
    }
    if (!contacts.remove(call.visitor(), call.body().textAt("contactId"))) {
      throw BookFault.CONTACT_DOES_NOT_EXIST.refused();
    }
    return Answers.done(call);
  }

  private void connect(Call call, Card who) throws Fault.Refused {
    contacts.put(call.visitor(), who, Optional.empty());
    keeper.add(call.visitor(), who, ContactList.ALLOW); // who is blocked stays so
    Optional<Element> annotations = call.body().child("annotations");
    if (annotations.isPresent()) {
      contacts.invite(call.visitor(), who, annotations.get());
    }
  }

  private void disconnect(AccountId owner, AccountId who) {
    keeper.settle(owner, who);
    keeper.remove(owner, who, ContactList.FORWARD);
  }

  private static Optional<String> book(Call call) {
    return call.body().textAt("abHandle", "ABId");
  }

  /** The circle that is meant by a contact in one's own book. */
  private static Optional<CircleId> circle(Call call) {
    return call.body().textAt("contactId").flatMap(CircleId::parse);
  }

  /** Whom the call names: anybody on any list, so that pending people can be accepted. */
  private ContactCopy contact(Call call) throws Fault.Refused {
    return call.body()
        .textAt("contactId")
        .flatMap(ContactId::parse)
        .flatMap(id -> keeper.contact(call.visitor(), id.account()))
        .orElseThrow(BookFault.CONTACT_DOES_NOT_EXIST::refused);
  }

  /** Somebody as they are in the book now; nothing of them when they are not in it any more. */
  private Markup shown(AccountId owner, AccountId who) {
    RosterCopy roster = keeper.roster(owner);
    ContactMarkup cards =
        new ContactMarkup(roster.account(), keeper.cidsAround(owner), keeper.notes(owner));
    return roster.contacts().stream()
        .filter(contact -> contact.view().card().id().equals(who))
        .filter(contact -> contact.isOn(ContactList.FORWARD))
        .findFirst()
        .map(contact ->
            cards.content(
                contact,
                contact.isOn(ContactList.REVERSE)
                    ? ContactMarkup.Type.LIVE
                    : ContactMarkup.Type.LIVE_PENDING))
        .orElse(Markup.NONE);
  }
}

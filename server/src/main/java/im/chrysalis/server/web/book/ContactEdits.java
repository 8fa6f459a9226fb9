package im.chrysalis.server.web.book;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.Refusal;
import im.chrysalis.domain.person.GroupName;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.Request.ContactCopy;
import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.ContactId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.Markup;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Adds, changes and removes contacts: everybody on the visitor's forward list.
 *
 * @see <a
 *     href="../../../../../../../../../docs/protocol/address-book.md#contact">address-book.md</a>
 */
final class ContactEdits {
  private static final String NICKNAME = NoteNames.annotation(CardNotes.NICKNAME);

  private final BookKeeper keeper;
  private final OwnCard ownCard;
  private final CircleEdits circles;

  ContactEdits(BookKeeper keeper, CircleEdits circles) {
    this.keeper = keeper;
    this.ownCard = new OwnCard(keeper);
    this.circles = circles;
  }

  /** {@code ABContactAdd}; clients add one at a time. */
  Markup add(Call call) throws Fault.Refused {
    Books.own(call.body().textAt("abId"));
    Element info =
        call.body()
            .at("contacts", "Contact", "contactInfo")
            .orElseThrow(BookFault.BAD_EMAIL::refused);
    Card who = named(address(info));
    if (put(call.visitor(), who, Optional.empty())) {
      describe(call.visitor(), who, info);
      // COMPAT WLM: it sends no AddMember of its own when it sets this
      if (call.body().flagAt("options", "EnableAllowListManagement").orElse(false)) {
        keeper.add(call.visitor(), who, ContactList.ALLOW); // who is blocked stays so
      }
      return Answers.guid(call, new ContactId(who.id()));
    }
    throw BookFault.CONTACT_ALREADY_EXISTS.because(new ContactId(who.id()));
  }

  /** {@code ABContactDelete}. Whoever was allowed or blocked stays so. */
  Markup delete(Call call) throws Fault.Refused {
    Books.own(call.body().textAt("abId"));
    boolean all = true;
    for (Element contact : call.contacts()) {
      all &= remove(call.visitor(), contact.textAt("contactId"));
    }
    if (!all) {
      throw BookFault.CONTACT_DOES_NOT_EXIST.refused();
    }
    return Answers.done(call);
  }

  /** {@code ABContactUpdate}. */
  Markup update(Call call) throws Fault.Refused {
    Optional<CircleId> circle = Books.circle(call.body().textAt("abId"));
    if (circle.isPresent()) {
      return circles.update(call, circle.get());
    }
    for (Element contact : call.contacts()) {
      Optional<AccountId> who =
          contact.textAt("contactId").flatMap(ContactId::parse).map(ContactId::account);
      boolean me = contact.textAt("contactInfo", "contactType").equals(Optional.of("Me"));
      if (me || who.equals(Optional.of(call.visitor()))) {
        ownCard.update(call.visitor(), info(contact), NoteChanges.tokens(contact));
      } else {
        update(
            call.visitor(),
            who.orElseThrow(BookFault.CONTACT_DOES_NOT_EXIST::refused),
            info(contact),
            NoteChanges.tokens(contact));
      }
    }
    return Answers.done(call);
  }

  private void update(AccountId owner, AccountId who, Element info, Set<String> tokens)
      throws Fault.Refused {
    ContactCopy known =
        keeper.contact(owner, who).orElseThrow(BookFault.CONTACT_DOES_NOT_EXIST::refused);
    Card card = known.view().card();
    if (tokens.contains("IsMessengerUser")) {
      if (!info.flagAt("isMessengerUser").orElse(true)) {
        keeper.remove(owner, who, ContactList.FORWARD); // this book has only messenger users
        return;
      }
      put(owner, card, Optional.empty());
    } else if (!known.isOn(ContactList.FORWARD)) {
      throw BookFault.CONTACT_DOES_NOT_EXIST.refused();
    }
    write(owner, card, NoteChanges.of(info, tokens));
  }

  // steps that other operations take too

  /**
   * Makes somebody a contact, in a group if one is named.
   *
   * @return false when they are that already
   */
  boolean put(AccountId owner, Card who, Optional<GroupName> group) throws Fault.Refused {
    if (who.id().equals(owner)) {
      return false; // the owner is in every book, as Me
    }
    Optional<Refusal> refusal = keeper.add(owner, who, ContactList.FORWARD, group);
    if (refusal.isEmpty()) {
      return true;
    }
    return switch (refusal.get()) {
      case LIST_FULL -> throw BookFault.LIMIT_REACHED.refused();
      case NO_SUCH_GROUP -> throw BookFault.GROUP_DOES_NOT_EXIST.refused();
      default -> false;
    };
  }

  /**
   * Takes somebody out of the contacts; false when nobody is meant whom the owner knows. COMPAT
   * libpurple removes the contact by {@code RML} just before, keeps what it was refused here, and
   * can't add them again.
   */
  boolean remove(AccountId owner, Optional<String> contactId) {
    Optional<AccountId> who = contactId.flatMap(ContactId::parse).map(ContactId::account);
    return who.isPresent()
        && (keeper.remove(owner, who.get(), ContactList.FORWARD).isEmpty()
            || keeper.contact(owner, who.get()).isPresent());
  }

  /** Keeps what a client says of a new contact, and tells the contact what it says to them. */
  void describe(AccountId owner, Card who, Element info) throws Fault.Refused {
    write(owner, who, NoteChanges.of(info));
    Optional<Element> invitation = info.at("MessengerMemberInfo", "PendingAnnotations");
    if (invitation.isPresent()) {
      invite(owner, who, invitation.get());
    }
  }

  /** Hands an invitation's words to somebody who has not decided yet. */
  void invite(AccountId owner, Card who, Element annotations) throws Fault.Refused {
    for (Element annotation : annotations.children("Annotation")) {
      Optional<String> words = annotation.textAt("Value");
      if (annotation.textAt("Name").equals(Optional.of(NoteNames.INVITE)) && words.isPresent()) {
        Optional<ContactCopy> theirs = keeper.contact(who.id(), owner);
        if (theirs.isPresent() && theirs.get().isOn(ContactList.PENDING)) {
          keeper.write(
              who.id(),
              new ContactId(owner).guid(),
              Map.of(NoteNames.annotation(NoteNames.INVITE), NoteChanges.fit(words.get())));
        }
      }
    }
  }

  /** The account with an address. */
  Card named(EmailAddress address) throws Fault.Refused {
    return keeper.find(address).orElseThrow(BookFault.INVALID_PASSPORT_USER::refused);
  }

  /** By which address a {@code contactInfo} calls somebody. */
  static EmailAddress address(Element info) throws Fault.Refused {
    return info.textAt("passportName")
        .or(() -> info.textAt("emails", "ContactEmail", "email"))
        .flatMap(EmailAddress::parse)
        .orElseThrow(BookFault.BAD_EMAIL::refused);
  }

  private void write(AccountId owner, Card who, Map<String, String> changes) throws Fault.Refused {
    Map<String, String> notes = new TreeMap<>(changes);
    String nickname = notes.remove(NICKNAME);
    if (nickname != null) {
      keeper.edit(owner, new Request.LabelContact(who.id(), nickname));
    }
    keeper.write(owner, new ContactId(who.id()).guid(), notes);
  }

  private static Element info(Element contact) {
    return contact.child("contactInfo").orElse(contact);
  }
}

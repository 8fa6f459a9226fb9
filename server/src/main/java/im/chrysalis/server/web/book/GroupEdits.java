package im.chrysalis.server.web.book;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.Group;
import im.chrysalis.domain.contact.Refusal;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.domain.person.GroupName;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.Request.ContactCopy;
import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.ContactId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.Guid;
import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Groups, and who is in them.
 *
 * @see <a
 *     href="../../../../../../../../../docs/protocol/address-book.md#groups">address-book.md</a>
 */
final class GroupEdits {
  /** The longest name, in characters. */
  static final int MAX_NAME = 61;

  /** A new group's properties are all new. */
  private static final Set<String> ALL = Set.of("Annotation", "IsFavorite");

  private final BookKeeper keeper;
  private final ContactEdits contacts;

  GroupEdits(BookKeeper keeper, ContactEdits contacts) {
    this.keeper = keeper;
    this.contacts = contacts;
  }

  /** {@code ABGroupAdd}. */
  Markup add(Call call) throws Fault.Refused {
    Books.own(call.body().textAt("abId"));
    Element info =
        call.body()
            .at("groupInfo", "GroupInfo")
            .orElseThrow(() -> BookFault.badLength("GroupName"));
    String name = name(info);
    Map<String, String> notes = NoteChanges.ofGroup(info, ALL);
    UUID id = UUID.randomUUID();
    check(call.visitor(), keeper.edit(call.visitor(), new Request.AddGroup(id, name)), name);
    keeper.write(call.visitor(), id, notes);
    return Answers.guid(call, id);
  }

  /** {@code ABGroupUpdate}. */
  Markup update(Call call) throws Fault.Refused {
    Books.own(call.body().textAt("abId"));
    for (Element group : call.body().items("groups", "Group")) {
      UUID id = guid(group.textAt("groupId"));
      if (group.at("groupInfo", "name").isPresent()) {
        String name = name(group.at("groupInfo").orElseThrow());
        Request.Edit rename = new Request.RenameGroup(new GroupName.Identified(id), name);
        check(call.visitor(), keeper.edit(call.visitor(), rename), name);
      }
      Optional<Element> info = group.child("groupInfo");
      if (info.isPresent()) {
        keeper.write(
            call.visitor(), id, NoteChanges.ofGroup(info.get(), NoteChanges.tokens(group)));
      }
    }
    return Answers.done(call);
  }

  /** {@code ABGroupDelete}. */
  Markup delete(Call call) throws Fault.Refused {
    Books.own(call.body().textAt("abId"));
    for (UUID id : groups(call)) {
      Request.Edit remove = new Request.RemoveGroup(new GroupName.Identified(id));
      check(call.visitor(), keeper.edit(call.visitor(), remove), "");
    }
    return Answers.done(call);
  }

  /** {@code ABGroupContactAdd}: of contacts, and of people who become contacts by it. */
  Markup addContacts(Call call) throws Fault.Refused {
    Books.own(call.body().textAt("abId"));
    AccountId owner = call.visitor();
    Optional<Card> last = Optional.empty();
    for (Element contact : call.contacts()) {
      Card who = who(owner, contact);
      boolean isNew = keeper.contact(owner, who.id()).filter(GroupEdits::isContact).isEmpty();
      for (UUID id : groups(call)) {
        contacts.put(owner, who, Optional.of(new GroupName.Identified(id)));
      }
      Optional<Element> info = contact.child("contactInfo");
      if (isNew && info.isPresent()) {
        contacts.describe(owner, who, info.get());
      }
      last = Optional.of(who);
    }
    Card who = last.orElseThrow(BookFault.CONTACT_DOES_NOT_EXIST::refused);
    return Answers.guid(call, new ContactId(who.id()));
  }

  /** {@code ABGroupContactDelete}. */
  Markup removeContacts(Call call) throws Fault.Refused {
    Books.own(call.body().textAt("abId"));
    for (Element contact : call.contacts()) {
      AccountId who =
          contact
              .textAt("contactId")
              .flatMap(ContactId::parse)
              .map(ContactId::account)
              .orElseThrow(BookFault.CONTACT_DOES_NOT_EXIST::refused);
      for (UUID id : groups(call)) {
        Request.Edit remove = new Request.RemoveFromGroup(who, new GroupName.Identified(id));
        check(call.visitor(), keeper.edit(call.visitor(), remove), "");
      }
    }
    return Answers.done(call);
  }

  private Card who(AccountId owner, Element contact) throws Fault.Refused {
    Optional<ContactId> id = contact.textAt("contactId").flatMap(ContactId::parse);
    if (id.isPresent()) {
      return keeper
          .contact(owner, id.get().account())
          .filter(GroupEdits::isContact)
          .orElseThrow(BookFault.CONTACT_DOES_NOT_EXIST::refused)
          .view()
          .card();
    }
    Element info =
        contact.child("contactInfo").orElseThrow(BookFault.CONTACT_DOES_NOT_EXIST::refused);
    return contacts.named(ContactEdits.address(info));
  }

  private static boolean isContact(ContactCopy contact) {
    return contact.isOn(ContactList.FORWARD);
  }

  /** Says why a group was not changed; being so already is no reason. */
  private void check(AccountId owner, Optional<Refusal> refusal, String name) throws Fault.Refused {
    if (refusal.isPresent()) {
      switch (refusal.get()) {
        case NO_SUCH_GROUP, DEFAULT_GROUP -> throw BookFault.GROUP_DOES_NOT_EXIST.refused();
        case NOT_ON_LIST -> throw BookFault.CONTACT_DOES_NOT_EXIST.refused();
        case TOO_MANY_GROUPS -> throw BookFault.LIMIT_REACHED.refused();
        case GROUP_NAME_TAKEN -> throw BookFault.GROUP_ALREADY_EXISTS.because(named(owner, name));
        default -> {}
      }
    }
  }

  private String named(AccountId owner, String name) {
    return keeper.roster(owner).groups().stream()
        .filter(group -> group.name().equalsIgnoreCase(name))
        .map(Group::id)
        .map(UUID::toString)
        .findFirst()
        .orElse(Books.OWN);
  }

  private static String name(Element info) throws Fault.Refused {
    return info.textAt("name")
        .filter(name -> name.length() <= MAX_NAME)
        .orElseThrow(() -> BookFault.badLength("GroupName"));
  }

  private static List<UUID> groups(Call call) throws Fault.Refused {
    List<UUID> ids = new ArrayList<>();
    Optional<Element> list = call.body().at("groupFilter", "groupIds");
    if (list.isPresent()) {
      List<Element> guids = list.get().children("guid");
      if (guids.size() > Roster.MAX_GROUPS) {
        throw BookFault.GROUP_DOES_NOT_EXIST.refused(); // not that many
      }
      for (Element guid : guids) {
        ids.add(guid(Optional.of(guid.stripped())));
      }
    }
    return ids;
  }

  private static UUID guid(Optional<String> text) throws Fault.Refused {
    return text.flatMap(Guid::parse).orElseThrow(BookFault.GROUP_DOES_NOT_EXIST::refused);
  }
}

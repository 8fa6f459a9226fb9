package im.chrysalis.server.web.book;

import static im.chrysalis.values.ContactList.REVERSE;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.Refusal;
import im.chrysalis.domain.person.Request.ContactCopy;
import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.payload.MemberRole;
import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.Markup;
import java.util.List;
import java.util.Optional;

/**
 * Who may see the visitor and who may not. Clients say both halves of a move from one list to the
 * other, in either order, so whatever is so already is a success.
 *
 * @see <a
 *     href="../../../../../../../../../docs/protocol/address-book.md#members">address-book.md</a>
 */
final class MemberEdits {
  private final BookKeeper keeper;

  MemberEdits(BookKeeper keeper) {
    this.keeper = keeper;
  }

  @FunctionalInterface
  private interface Edit {
    void make(AccountId owner, MemberRole role, Element member) throws Fault.Refused;
  }

  /** {@code AddMember}, {@code UpdateMember}. */
  Markup add(Call call) throws Fault.Refused {
    return forEach(call, this::add);
  }

  /** {@code DeleteMember}. */
  Markup delete(Call call) throws Fault.Refused {
    return forEach(call, this::delete);
  }

  /** COMPAT MSNPSharp: roles of other services are taken and mean nothing here. */
  private static Markup forEach(Call call, Edit edit) throws Fault.Refused {
    String service = call.body().textAt("serviceHandle", "Type").orElse("Messenger");
    if (service.equals("Messenger")) {
      List<Element> memberships = call.body().items("memberships", "Membership");
      Call.atMostAList(memberships.stream().flatMap(it -> members(it).stream()).toList());
      for (Element membership : memberships) {
        MemberRole role =
            membership
                .textAt("MemberRole")
                .flatMap(MemberRole::named)
                .orElseThrow(BookFault.FORBIDDEN::refused);
        for (Element member : members(membership)) {
          edit.make(call.visitor(), role, member);
        }
      }
    }
    return Answers.done(call);
  }

  private static List<Element> members(Element membership) {
    return membership.items("Members", "Member");
  }

  private void add(AccountId owner, MemberRole role, Element member) throws Fault.Refused {
    Optional<CircleId> circle = member.textAt("CircleId").flatMap(CircleId::parse);
    if (circle.isPresent()) {
      block(owner, circle.get(), role, role == MemberRole.BLOCK);
      return;
    }
    Card who = named(member).orElseThrow(BookFault.INVALID_PASSPORT_USER::refused);
    switch (role) {
      case ALLOW, BLOCK -> {
        if (keeper.move(owner, who, role.list()).equals(Optional.of(Refusal.LIST_FULL))) {
          throw BookFault.LIMIT_REACHED.refused();
        }
      }
      // COMPAT libpurple, aMSN: this is how they say that the owner has decided
      case REVERSE -> keeper.settle(owner, who.id());
      case PENDING -> throw BookFault.FORBIDDEN.refused();
    }
  }

  private void delete(AccountId owner, MemberRole role, Element member) throws Fault.Refused {
    Optional<CircleId> circle = member.textAt("CircleId").flatMap(CircleId::parse);
    if (circle.isPresent()) {
      block(owner, circle.get(), role, role == MemberRole.ALLOW);
      return;
    }
    if (role == MemberRole.REVERSE) {
      throw BookFault.FORBIDDEN.refused(); // it follows from the other's contacts
    }
    AccountId who =
        named(member)
            .map(Card::id)
            .or(() -> numbered(owner, role, member))
            .orElseThrow(BookFault.MEMBER_DOES_NOT_EXIST::refused);
    if (role == MemberRole.PENDING) {
      keeper.settle(owner, who);
    } else {
      keeper.remove(owner, who, role.list());
    }
  }

  /** Circles are allowed as long as they are not blocked, and have no other roles. */
  private void block(AccountId owner, CircleId circle, MemberRole role, boolean blocked)
      throws Fault.Refused {
    if (role != MemberRole.ALLOW && role != MemberRole.BLOCK) {
      throw BookFault.FORBIDDEN.refused();
    }
    keeper.done(keeper.circles().block(circle, owner, blocked));
  }

  private Optional<Card> named(Element member) {
    return member
        .textAt("PassportName")
        .or(() -> member.textAt("Email"))
        .flatMap(EmailAddress::parse)
        .flatMap(keeper::find);
  }

  /**
   * COMPAT libpurple: it takes pending people off by the membership's id alone, and after it has
   * allowed them, which has ended their waiting already.
   */
  private Optional<AccountId> numbered(AccountId owner, MemberRole role, Element member) {
    Optional<String> id = member.textAt("MembershipId");
    return id.isEmpty()
        ? Optional.empty()
        : keeper.roster(owner).contacts().stream()
            .filter(contact -> contact.isOn(role == MemberRole.PENDING ? REVERSE : role.list()))
            .map(MemberEdits::account)
            .filter(who -> id.get().equals(Integer.toString(MembershipId.of(who, role.list()))))
            .findFirst();
  }

  private static AccountId account(ContactCopy contact) {
    return contact.view().card().id();
  }
}

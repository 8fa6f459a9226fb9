package im.chrysalis.server.web.book;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.circle.Circle;
import im.chrysalis.domain.circle.CircleMember;
import im.chrysalis.domain.person.Request.ContactCopy;
import im.chrysalis.domain.person.Request.RosterCopy;
import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.ContactId;
import im.chrysalis.values.ContactList;
import im.chrysalis.wire.Stamp;
import im.chrysalis.wire.payload.MemberRole;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may see the visitor and talk to them, who may not, who has them as a contact.
 *
 * <p>COMPAT papyon: Messenger is the first service, and every member has a {@code Type}. COMPAT
 * libpurple: every member has an {@code xsi:type}.
 *
 * @see <a
 *     href="../../../../../../../../../docs/protocol/address-book.md#members">address-book.md</a>
 */
final class FindMembership implements Operation {
  private static final Template RESPONSE =
      Template.of(
          """
          <FindMembershipResponse xmlns="http://www.msn.com/webservices/AddressBook">
            <FindMembershipResult>
              <Services>
                <Service>
                  <Memberships>{memberships}</Memberships>
                  <Info>
                    <Handle><Id>1</Id><Type>Messenger</Type><ForeignId/></Handle>
                    <InverseRequired>false</InverseRequired>
                    <AuthorizationCriteria>Everyone</AuthorizationCriteria>
                    <IsBot>false</IsBot>
                  </Info>
                  <Changes/><LastChange>{stamp}</LastChange><Deleted>false</Deleted>
                </Service>
                <Service>
                  <Memberships/>
                  <Info>
                    <Handle><Id>2</Id><Type>Profile</Type><ForeignId>MyProfile</ForeignId></Handle>
                    <InverseRequired>false</InverseRequired>
                    <AuthorizationCriteria>Everyone</AuthorizationCriteria>
                    <IsBot>false</IsBot>
                  </Info>
                  <Changes/><LastChange>{stamp}</LastChange><Deleted>false</Deleted>
                </Service>
              </Services>
              <OwnerNamespace>
                <Info>
                  <Handle>
                    <Id>00000000-0000-0000-0000-000000000000</Id>
                    <IsPassportNameHidden>false</IsPassportNameHidden><CID>0</CID>
                  </Handle>
                  <CreatorPuid>0</CreatorPuid><CreatorCID>{cid}</CreatorCID>
                  <CreatorPassportName>{address}</CreatorPassportName>
                  <CircleAttributes>
                    <IsPresenceEnabled>false</IsPresenceEnabled><Domain>WindowsLive</Domain>
                  </CircleAttributes>
                  <MessengerApplicationServiceCreated>false</MessengerApplicationServiceCreated>
                </Info>
                <Changes/><CreateDate>{created}</CreateDate><LastChange>{stamp}</LastChange>
              </OwnerNamespace>
            </FindMembershipResult>
          </FindMembershipResponse>
          """);

  private static final Template MEMBERSHIP =
      Template.of(
          """
          <Membership>
            <MemberRole>{role}</MemberRole><Members>{members}</Members>
            <MembershipIsComplete>true</MembershipIsComplete>
          </Membership>
          """);

  private static final Template MEMBER =
      Template.of(
          """
          <Member xsi:type="PassportMember">
            <MembershipId>{id}</MembershipId><Type>Passport</Type>{name}<State>Accepted</State>
            {annotations}<Deleted>false</Deleted><LastChanged>{stamp}</LastChanged>
            <JoinedDate>{stamp}</JoinedDate><ExpirationDate>0001-01-01T00:00:00</ExpirationDate>
            <Changes/><PassportName>{address}</PassportName>
            <IsPassportNameHidden>false</IsPassportNameHidden><PassportId>0</PassportId>
            <CID>{cid}</CID><PassportChanges/><LookedupByCID>false</LookedupByCID>
          </Member>
          """);

  private static final Template CIRCLE_MEMBER =
      Template.of(
          """
          <Member xsi:type="CircleMember">
            <MembershipId>{id}</MembershipId><Type>Circle</Type><State>Accepted</State>
            <Deleted>false</Deleted><LastChanged>{stamp}</LastChanged>
            <JoinedDate>{stamp}</JoinedDate><ExpirationDate>0001-01-01T00:00:00</ExpirationDate>
            <Changes/><CircleId>{circle}</CircleId>
          </Member>
          """);

  private static final Template NAME = Template.of("<DisplayName>{name}</DisplayName>");

  private static final Template INVITE =
      Template.of(
          """
          <Annotations>
            <Annotation><Name>MSN.IM.InviteMessage</Name><Value>{words}</Value></Annotation>
          </Annotations>
          """);

  private final BookKeeper keeper;

  FindMembership(BookKeeper keeper) {
    this.keeper = keeper;
  }

  @Override
  public Markup answer(Call call) throws Fault.Refused {
    Deltas.refuse(call, call.body(), "deltasOnly", "lastChange");
    RosterCopy roster = keeper.book(call.visitor());
    Map<AccountId, Long> cids = keeper.cidsAround(call.visitor());
    Members members =
        new Members(roster, cids, keeper.notes(call.visitor()), keeper.circles(call.visitor()));
    Stream<Markup> memberships =
        Arrays.stream(MemberRole.values())
            .map(role -> MEMBERSHIP.fill(role.word(), members.in(role)));
    Account account = roster.account();
    String stamp = Stamp.of(account.listVersion());
    return RESPONSE.fill(
        Markup.joined(memberships),
        stamp,
        stamp,
        account.cid(),
        account.card().address(),
        Stamp.of(0),
        stamp);
  }

  /** Everybody on a list but the forward list. */
  private record Members(
      RosterCopy roster,
      Map<AccountId, Long> cids,
      Map<UUID, Map<String, String>> notes,
      List<Circle> circles) {

    Markup in(MemberRole role) {
      Stream<Markup> people =
          roster.contacts().stream()
              .filter(contact -> isTold(role, contact))
              .map(contact -> member(role, contact.view().card()));
      return Markup.joined(
          role == MemberRole.BLOCK ? Stream.concat(people, blockedCircles()) : people);
    }

    /** Circles that are not blocked are in no role: being in them says enough. */
    private Stream<Markup> blockedCircles() {
      AccountId owner = roster.account().card().id();
      String stamp = Stamp.of(roster.account().listVersion());
      return circles.stream()
          .filter(circle -> circle.present(owner).filter(CircleMember::blocked).isPresent())
          .map(circle ->
              CIRCLE_MEMBER.fill(MembershipId.ofBlocked(circle.id()), stamp, stamp, circle.id()));
    }

    /**
     * Whether a client is told that somebody has the role. Whoever waits for a decision is not told
     * as reverse too: clients move them there when it has been made.
     */
    private static boolean isTold(MemberRole role, ContactCopy contact) {
      return contact.isOn(role.list())
          && (role != MemberRole.REVERSE || !contact.isOn(ContactList.PENDING));
    }

    private Markup member(MemberRole role, Card who) {
      String stamp = Stamp.of(roster.account().listVersion());
      boolean asks = role == MemberRole.PENDING;
      return MEMBER.fill(
          MembershipId.of(who.id(), role.list()),
          asks ? NAME.fill(who.name()) : Markup.NONE,
          asks ? words(who) : Markup.NONE,
          stamp,
          stamp,
          who.address(),
          cids.getOrDefault(who.id(), 0L));
    }

    /** What somebody who waits for a decision had to say. */
    private Markup words(Card who) {
      @Nullable String words =
          notes
              .getOrDefault(new ContactId(who.id()).guid(), Map.of())
              .get(NoteNames.annotation(NoteNames.INVITE));
      return words == null ? Markup.NONE : INVITE.fill(words);
    }
  }
}

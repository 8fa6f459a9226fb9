package im.chrysalis.server.web.book;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.circle.Circle;
import im.chrysalis.domain.circle.CircleMember;
import im.chrysalis.domain.circle.CircleRole;
import im.chrysalis.domain.circle.CircleState;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.ContactId;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Circles as the book shows them to one account: a hidden contact and an entry in {@code
 * CircleResult} each, and the contacts of a circle's own book.
 *
 * <p>COMPAT libpurple, Miranda, BitlBee: none of these contacts is a messenger user, so that
 * clients which know no circles leave them out. COMPAT MSNPSharp: everybody in a circle's book is
 * told apart by the CID, and the circle itself has the same one in both places.
 *
 * @see <a href="../../../../../../../../../docs/protocol/circles.md#book">circles.md</a>
 */
final class CircleMarkup {
  private static final Template CONTACT = Template.of("<Contact>{content}</Contact>");

  private static final Template CONTENT =
      Template.of(
          """
          <contactId>{id}</contactId>
          <contactInfo>
            <contactType>{type}</contactType><quickName>{quick}</quickName>
            <passportName>{passport}</passportName>
            <IsPassportNameHidden>false</IsPassportNameHidden>
            <displayName>{name}</displayName><puid>0</puid><CID>{cid}</CID>
            <IsNotMobileVisible>false</IsNotMobileVisible>
            <isMobileIMEnabled>false</isMobileIMEnabled>
            <isMessengerUser>false</isMessengerUser><isFavorite>false</isFavorite>
            <isSmtp>false</isSmtp><hasSpace>false</hasSpace>
            <spotWatchState>NoDevice</spotWatchState><birthdate>0001-01-01T00:00:00</birthdate>
            <primaryEmailType>ContactEmailPersonal</primaryEmailType>
            <PrimaryLocation>ContactLocationPersonal</PrimaryLocation>
            <PrimaryPhone>ContactPhonePersonal</PrimaryPhone>
            <IsPrivate>false</IsPrivate><IsHidden>{hidden}</IsHidden>
            <Gender>Unspecified</Gender><TimeZone>None</TimeZone>{network}
            <IsAutoUpdateDisabled>false</IsAutoUpdateDisabled>
            <IsShellContact>false</IsShellContact><TrustLevel>0</TrustLevel>
            <PropertiesChanged/>
          </contactInfo>
          <propertiesChanged/><fDeleted>false</fDeleted><CreateDate>{created}</CreateDate>
          <lastChange>{changed}</lastChange><CreatedBy>96</CreatedBy>
          """);

  private static final Template NETWORK =
      Template.of(
          """
          <NetworkInfoList>
            <NetworkInfo>
              <DomainId>1</DomainId><SourceId>WL</SourceId>{tag}
              <RelationshipType>5</RelationshipType>
              <RelationshipState>{state}</RelationshipState>
              <RelationshipStateDate>{since}</RelationshipStateDate>
              <RelationshipRole>{role}</RelationshipRole><NDRCount>0</NDRCount>{message}
              <InviterCID>{cid}</InviterCID>{inviter}<CreateDate>{since}</CreateDate>
              <LastUpdated>{since}</LastUpdated><PropertiesChanged/>
            </NetworkInfo>
          </NetworkInfoList>
          """);

  private static final Template TAG =
      Template.of("<DomainTag>{guid}</DomainTag><DisplayName>{guid}</DisplayName>");
  private static final Template MESSAGE = Template.of("<InviterMessage>{words}</InviterMessage>");
  private static final Template INVITER =
      Template.of("<InviterName>{name}</InviterName><InviterEmail>{address}</InviterEmail>");

  private static final Template INVERSE =
      Template.of(
          """
          <CircleInverseInfo>
            <Content>
              <Handle><Id>{id}</Id></Handle>
              <Info>
                <Domain>1</Domain><HostedDomain>live.com</HostedDomain><Type>2</Type>
                <MembershipAccess>0</MembershipAccess>
                <IsPresenceEnabled>true</IsPresenceEnabled>
                <RequestMembershipOption>2</RequestMembershipOption>
                <DisplayName>{name}</DisplayName>
                <ProfileLastUpdated>0001-01-01T00:00:00</ProfileLastUpdated><Changes/>
                <CreateDate>{created}</CreateDate><LastUpdated>{changed}</LastUpdated>
              </Info>
            </Content>
            <PersonalInfo>
              <MembershipInfo>
                <CirclePersonalMembership>
                  <Role>{role}</Role><State>{state}</State>
                </CirclePersonalMembership>
              </MembershipInfo>
              <Name>{name}</Name><IsNotMobileVisible>false</IsNotMobileVisible>
              <IsFavorite>false</IsFavorite><IsFamily>false</IsFamily><Changes/>
            </PersonalInfo>
            <Deleted>false</Deleted>
          </CircleInverseInfo>
          """);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSxxx", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /**
   * COMPAT WLM 2009: in a circle's own book this, and not 1, stands for somebody who is invited.
   */
  private static final int INVITED_MEMBER = 2;

  private final Map<AccountId, Long> cids;

  /**
   * Writes circles.
   *
   * @param cids of members and inviters
   */
  CircleMarkup(Map<AccountId, Long> cids) {
    this.cids = cids;
  }

  /** The hidden contact by which a circle is in somebody's own book. */
  Markup contact(Circle circle, CircleMember viewer) {
    return CONTACT.fill(content(circle, viewer, viewer.state()));
  }

  /**
   * What stands in that contact, for answers that call it otherwise.
   *
   * @param viewer whose book it is; may be out of the circle by now
   * @param state how they stand to it now
   */
  Markup content(Circle circle, CircleMember viewer, CircleState state) {
    String guid = circle.id().toString().toUpperCase(Locale.ROOT);
    String passport = guid + "@hotmail.com";
    boolean isAdmin = viewer.role() == CircleRole.ADMIN;
    CircleRole role = viewer.role();
    return content(
        circle.id(),
        "Circle",
        "circle",
        passport,
        isAdmin ? circle.name() : passport,
        cid(circle.id()),
        true,
        network(
            isAdmin ? Markup.NONE : TAG.fill(guid, guid),
            state.code(),
            role == CircleRole.PENDING_OUTBOUND ? role.code() : 0,
            viewer),
        circle);
  }

  /** A circle among those that somebody is in or invited to. */
  Markup inverse(Circle circle, CircleMember viewer) {
    return INVERSE.fill(
        circle.id(),
        circle.name(),
        time(circle.created()),
        time(circle.changed()),
        role(viewer.role()),
        viewer.isIn() ? "Accepted" : "WaitingResponse",
        circle.name());
  }

  /** A circle's own book. */
  Markup book(Circle circle) {
    return BookHead.ofCircle(
        circle.id(),
        cid(circle.id()),
        circle.id().address(),
        time(circle.changed()),
        time(circle.created()));
  }

  /** The circle itself in its own book. */
  Markup me(Circle circle) {
    String address = circle.id().address();
    return CONTACT.fill(
        content(
            circle.id(),
            "Me",
            circle.id(),
            address,
            address,
            cid(circle.id()),
            false,
            Markup.NONE,
            circle));
  }

  /** Somebody in a circle's own book. */
  Markup member(Circle circle, CircleMember member) {
    return CONTACT.fill(memberContent(circle, member));
  }

  /** What stands in that contact, for answers that call it otherwise. */
  Markup memberContent(Circle circle, CircleMember member) {
    CircleRole role = member.isIn() ? member.role() : CircleRole.MEMBER;
    int state = member.isIn() ? member.state().code() : INVITED_MEMBER;
    return person(
        circle,
        member.who(),
        member.isIn() ? "Live" : "LivePending",
        network(Markup.NONE, state, role.code(), member));
  }

  /** Somebody who is not in a circle's own book, or not any more. */
  Markup outsider(Circle circle, Card who) {
    return person(circle, who, "LivePending", Markup.NONE);
  }

  private Markup person(Circle circle, Card who, String type, Markup network) {
    return content(
        new ContactId(who.id()),
        type,
        who.name(),
        who.address(),
        who.name(),
        cids.getOrDefault(who.id(), 0L),
        false,
        network,
        circle);
  }

  private static Markup content(
      Object id,
      String type,
      Object quickName,
      Object passport,
      String name,
      long cid,
      boolean hidden,
      Markup network,
      Circle circle) {
    return CONTENT.fill(
        id,
        type,
        quickName,
        passport,
        name,
        cid,
        hidden,
        network,
        time(circle.created()),
        time(circle.changed()));
  }

  private Markup network(Markup tag, int state, int role, CircleMember member) {
    String since = time(member.since());
    Optional<Card> inviter = member.inviter();
    return NETWORK.fill(
        tag,
        state,
        since,
        role,
        member.message().isEmpty() ? Markup.NONE : MESSAGE.fill(member.message()),
        inviter.map(it -> cids.getOrDefault(it.id(), 0L)).orElse(0L),
        inviter.map(it -> INVITER.fill(it.name(), it.address())).orElse(Markup.NONE),
        since,
        since);
  }

  private static String role(CircleRole role) {
    return switch (role) {
      case ADMIN -> "Admin";
      case ASSISTANT -> "AssistantAdmin";
      case MEMBER -> "Member";
      case PENDING_OUTBOUND -> "StatePendingOutbound";
    };
  }

  private static long cid(CircleId id) {
    return id.guid().getLeastSignificantBits();
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}

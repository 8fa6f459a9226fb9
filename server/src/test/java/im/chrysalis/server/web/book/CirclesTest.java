package im.chrysalis.server.web.book;

import static im.chrysalis.server.web.book.Envelopes.operation;
import static im.chrysalis.values.ContactList.BLOCK;
import static im.chrysalis.values.ContactList.FORWARD;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.circle.Circle;
import im.chrysalis.domain.circle.CircleMember;
import im.chrysalis.domain.circle.CircleRole;
import im.chrysalis.domain.circle.CircleState;
import im.chrysalis.server.web.book.Neighbourhood.Answer;
import im.chrysalis.values.CircleId;
import im.chrysalis.wire.Stamp;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Circles as MSNPSharp and WLM 2009 found them, read them and change them. */
class CirclesTest extends AnnasBook {
  private static final String OWN = "00000000-0000-0000-0000-000000000000";
  private static final String FIND_PAGED =
      operation(
          "ABFindContactsPaged",
          "<filterOptions><DeltasOnly>false</DeltasOnly><ContactFilter><IncludeHiddenContacts>true"
              + "</IncludeHiddenContacts></ContactFilter></filterOptions><abView>MessengerClient8"
              + "</abView><extendedContent>AB AllGroups CircleResult</extendedContent>");
  private static final String FIND_MEMBERSHIP = operation("FindMembership", "");

  private Account carol;

  @BeforeEach
  void joinToo() {
    carol = all.join("carol");
  }

  private static String handle(Object book) {
    return "<abHandle><ABId>" + book + "</ABId><Puid>0</Puid><Cid>0</Cid></abHandle>";
  }

  private static String find(Object book) {
    return operation(
        "ABFindContactsPaged",
        "<abView>MessengerClient8</abView><extendedContent>AB</extendedContent>" + handle(book));
  }

  private static String candidate(CircleId circle, String address) {
    return operation(
        "CreateContact",
        handle(circle)
            + "<contactHandle><Email>"
            + address
            + "</Email><Puid>0</Puid><Cid>0</Cid><CircleId>"
            + OWN
            + "</CircleId></contactHandle>");
  }

  private static String connection(Object book, Object contact, int action, int role) {
    return operation(
        "ManageWLConnection",
        handle(book)
            + "<contactId>"
            + contact
            + "</contactId><connection>true</connection><presence>false</presence><action>"
            + action
            + "</action><relationshipType>5</relationshipType><relationshipRole>"
            + role
            + "</relationshipRole><annotations><Annotation><Name>MSN.IM.InviteMessage</Name>"
            + "<Value>Do come &amp; row</Value></Annotation></annotations>");
  }

  private static String end(Object book, Object contact) {
    return operation(
        "BreakConnection",
        handle(book)
            + "<contactId>"
            + contact
            + "</contactId><deleteContact>true</deleteContact><blockContact>false</blockContact>");
  }

  private static String member(String operation, String role, CircleId circle) {
    return operation(
        operation,
        "<serviceHandle><Id>0</Id><Type>Messenger</Type><ForeignId/></serviceHandle><memberships>"
            + "<Membership><MemberRole>"
            + role
            + "</MemberRole><Members><Member xsi:type=\"CircleMember\"><Type>Circle</Type>"
            + "<State>Accepted</State><CircleId>"
            + circle
            + "</CircleId></Member></Members></Membership></memberships>");
  }

  private CircleId founded(String name) {
    Answer answer =
        anna(
            "CreateCircle",
            "<properties><Domain>1</Domain><HostedDomain>live.com</HostedDomain><Type>2</Type>"
                + "<MembershipAccess>0</MembershipAccess><IsPresenceEnabled>true</IsPresenceEnabled>"
                + "<RequestMembershipOption>2</RequestMembershipOption><DisplayName>"
                + name
                + "</DisplayName></properties><callerInfo><PublicDisplayName>Anna</PublicDisplayName>"
                + "</callerInfo>");
    assertThat(answer.status()).isEqualTo(200);
    return CircleId.parse(answer.between("Id")).orElseThrow();
  }

  private CircleId joined(Account... others) {
    CircleId id = founded("Rowing");
    for (Account each : others) {
      all.asks("anna", connection(id, Neighbourhood.id(each), 1, 3));
      all.asks(each.card().address().localPart(), connection(OWN, id, 1, 0));
    }
    return id;
  }

  private Optional<Circle> circle(CircleId id) {
    return all.store.circles().find(id).toCompletableFuture().join();
  }

  private CircleMember member(CircleId id, Account who) {
    return circle(id).orElseThrow().member(who.card().id()).orElseThrow();
  }

  private static String contact(Answer answer, Object id) {
    String text = answer.text();
    int start = text.indexOf("<Contact><contactId>" + id + "<");
    return start < 0 ? "" : text.substring(start, text.indexOf("</Contact>", start));
  }

  @Test
  void whoeverFoundsACircleFindsItInTheirBook() {
    CircleId id = founded("Rowing &amp; more");
    String upper = id.toString().toUpperCase(Locale.ROOT);
    Answer book = all.asks("anna", FIND_PAGED);
    assertThat(contact(book, id))
        .contains("<contactType>Circle</contactType><quickName>circle</quickName>")
        .contains("<passportName>" + upper + "@hotmail.com</passportName>")
        .contains("<displayName>Rowing &amp; more</displayName>")
        .contains("<isMessengerUser>false</isMessengerUser>")
        .contains("<IsHidden>true</IsHidden>")
        .contains("<SourceId>WL</SourceId><RelationshipType>5</RelationshipType>")
        .contains("<RelationshipState>3</RelationshipState>")
        .contains("<RelationshipRole>0</RelationshipRole>")
        .contains("<InviterCID>0</InviterCID><CreateDate>");
    assertThat(book.text())
        .contains("</Contacts><CircleResult><Circles><CircleInverseInfo><Content><Handle><Id>" + id)
        .contains("<HostedDomain>live.com</HostedDomain>")
        .contains("<Role>Admin</Role><State>Accepted</State>")
        .contains("<Name>Rowing &amp; more</Name>")
        .contains("<Deleted>false</Deleted></CircleInverseInfo></Circles><CircleTicket>")
        .contains("</CircleTicket></CircleResult><Ab>");
  }

  @Test
  void theTicketIsGoodForWhoeverReadTheBook() {
    founded("Rowing");
    String ticket =
        all.asks("anna", FIND_PAGED)
            .between("CircleTicket")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"");
    assertThat(ticket).startsWith("<?xml version=\"1.0\" encoding=\"utf-16\"?><SignedTicket ");
    assertThat(
            all.tickets.redeem(
                Base64.getEncoder().encodeToString(ticket.getBytes(StandardCharsets.UTF_8))))
        .contains(anna.card().id());
  }

  @Test
  void whoIsInNoCircleSeesNoDifference() {
    founded("Rowing");
    assertThat(all.asks("ben", FIND_PAGED).text()).doesNotContain("Circle");
    assertThat(all.asks("anna", FIND).text()).doesNotContain("Circle");
    assertThat(all.asks("anna", find(OWN)).text()).doesNotContain("Circle");
  }

  @Test
  void peopleAreInvitedInTwoStepsAndAccept() {
    CircleId id = founded("Rowing");
    Answer created = all.asks("anna", candidate(id, "ben@example.test"));
    assertThat(created.text())
        .contains("<CreateContactResult><contactId>" + Neighbourhood.id(ben) + "</contactId>")
        .contains("<contactType>LivePending</contactType>")
        .contains("<CID>" + ben.cid() + "</CID>")
        .contains("<CreatedBy>96</CreatedBy></CreateContactResult>")
        .doesNotContain("NetworkInfo");
    assertThat(circle(id).orElseThrow().members()).hasSize(1);

    Answer invited = all.asks("anna", connection(id, Neighbourhood.id(ben), 1, 3));
    assertThat(invited.text())
        .contains("<ManageWLConnectionResult><clientErrorData/><contactId>" + Neighbourhood.id(ben))
        .contains("<contactType>LivePending</contactType>")
        .contains("<RelationshipState>2</RelationshipState>")
        .contains("<RelationshipRole>3</RelationshipRole>")
        .contains("<InviterMessage>Do come &amp; row</InviterMessage>")
        .contains("<InviterCID>" + anna.cid() + "</InviterCID>")
        .contains("<InviterEmail>anna@example.test</InviterEmail>");

    Answer theirs = all.asks("ben", FIND_PAGED);
    String upper = id.toString().toUpperCase(Locale.ROOT);
    assertThat(contact(theirs, id))
        .contains("<displayName>" + upper + "@hotmail.com</displayName>")
        .contains("<DomainTag>" + upper + "</DomainTag><DisplayName>" + upper + "</DisplayName>")
        .contains("<RelationshipState>1</RelationshipState>")
        .contains("<RelationshipRole>4</RelationshipRole>");
    assertThat(theirs.text())
        .contains("<Role>StatePendingOutbound</Role><State>WaitingResponse</State>");

    Answer accepted = all.asks("ben", connection(OWN, id, 1, 0));
    assertThat(accepted.text())
        .contains("<ManageWLConnectionResult><clientErrorData/><contactId>" + id + "</contactId>")
        .contains("<contactType>Circle</contactType>")
        .contains("<RelationshipState>3</RelationshipState>");
    assertThat(member(id, ben).role()).isEqualTo(CircleRole.MEMBER);
    assertThat(all.asks("ben", FIND_PAGED).text())
        .contains("<Role>Member</Role><State>Accepted</State>");
    assertThat(all.asks("ben", connection(OWN, id, 1, 0)).status()).isEqualTo(200);
  }

  @Test
  void aCirclesOwnBookHasItsMembersAndItself() {
    CircleId id = joined(ben);
    all.asks("anna", connection(id, Neighbourhood.id(carol), 1, 3));
    for (String reader : new String[] {"anna", "ben", "carol"}) {
      Answer book = all.asks(reader, find(id.toString().toUpperCase(Locale.ROOT)));
      assertThat(book.contact(anna))
          .contains("<contactType>Live</contactType>")
          .contains("<RelationshipRole>1</RelationshipRole>")
          .contains("<CID>" + anna.cid() + "</CID>");
      assertThat(book.contact(ben))
          .contains("<RelationshipState>3</RelationshipState>")
          .contains("<RelationshipRole>3</RelationshipRole>");
      assertThat(book.contact(carol)).contains("<contactType>LivePending</contactType>");
      assertThat(contact(book, id))
          .contains("<contactType>Me</contactType>")
          .contains("<passportName>" + id + "@live.com</passportName>");
      assertThat(book.text())
          .contains("</Contacts><Ab><abId>" + id + "</abId>")
          .contains("<AddressBookType>Group</AddressBookType>")
          .doesNotContain("CircleResult");
    }
  }

  @Test
  void aCirclesBookIsForThoseWhoAreInItOnly() {
    CircleId id = founded("Rowing");
    assertThat(all.asks("ben", find(id)).errorCode()).isEqualTo("ABDoesNotExist");
    assertThat(all.asks("ben", candidate(id, "carol@example.test")).errorCode())
        .isEqualTo("ABDoesNotExist");
    assertThat(all.asks("ben", end(id, Neighbourhood.id(anna))).errorCode())
        .isEqualTo("ABDoesNotExist");
    assertThat(all.asks("ben", connection(OWN, id, 1, 0)).errorCode()).isEqualTo("ABDoesNotExist");
    assertThat(all.asks("anna", find(new CircleId(77))).errorCode()).isEqualTo("ABDoesNotExist");
  }

  @Test
  void aCirclesBookIsAlwaysToldWhole() {
    CircleId id = joined(ben);
    Answer book =
        anna(
            "ABFindContactsPaged",
            "<filterOptions><DeltasOnly>true</DeltasOnly>"
                + "<LastChanged>2026-01-01T00:00:00Z</LastChanged></filterOptions>"
                + handle(id));
    assertThat(book.status()).isEqualTo(200);
    assertThat(book.contact(ben)).isNotEmpty();
  }

  @Test
  void stampsGrowWithEveryChange() {
    long version = all.roster(ben).account().listVersion();
    assertThat(all.asks("ben", FIND_PAGED).between("Ab")).contains(Stamp.of(version));
    CircleId id = joined(ben);
    assertThat(all.asks("ben", FIND_PAGED).between("Ab")).contains(Stamp.of(version + 2));
    String before = all.asks("ben", find(id)).between("Ab");
    all.asks("anna", connection(id, Neighbourhood.id(carol), 1, 3));
    assertThat(all.asks("ben", find(id)).between("Ab")).isNotEqualTo(before);
    assertThat(all.asks("ben", FIND_MEMBERSHIP).text()).contains(Stamp.of(version + 3));
  }

  @Test
  void anInvitationIsDeclined() {
    CircleId id = founded("Rowing");
    all.asks("anna", connection(id, Neighbourhood.id(ben), 1, 3));
    assertThat(all.asks("ben", connection(OWN, id, 2, 0)).text())
        .contains("<contactType>Circle</contactType>")
        .contains("<RelationshipState>4</RelationshipState>");
    assertThat(circle(id).orElseThrow().stateOf(ben.card().id())).isEqualTo(CircleState.NONE);
    assertThat(all.asks("ben", FIND_PAGED).text()).doesNotContain("Circle");
  }

  @Test
  void rolesAreGivenAndMembersRemovedInTheCirclesBook() {
    CircleId id = joined(ben, carol);
    assertThat(all.asks("anna", connection(id, Neighbourhood.id(ben), 1, 2)).text())
        .contains("<RelationshipRole>2</RelationshipRole>");
    assertThat(all.asks("ben", FIND_PAGED).text()).contains("<Role>AssistantAdmin</Role>");
    assertThat(all.asks("ben", end(id, Neighbourhood.id(anna))).errorCode()).isEqualTo("Forbidden");
    assertThat(all.asks("carol", connection(id, Neighbourhood.id(ben), 2, 0)).errorCode())
        .isEqualTo("Forbidden");
    isDone(all.asks("ben", end(id, Neighbourhood.id(carol))), "BreakConnection");
    assertThat(circle(id).orElseThrow().member(carol.card().id())).isEmpty();
    assertThat(all.asks("anna", connection(id, Neighbourhood.id(ben), 2, 0)).text())
        .contains("<contactType>LivePending</contactType>");
    assertThat(circle(id).orElseThrow().members()).hasSize(1);
  }

  @Test
  void everybodyLeavesFromEitherBook() {
    CircleId id = joined(ben, carol);
    isDone(all.asks("ben", end(id, Neighbourhood.id(ben))), "BreakConnection");
    isDone(all.asks("carol", end(OWN, id)), "BreakConnection");
    assertThat(circle(id).orElseThrow().members()).hasSize(1);
    isDone(all.asks("anna", end(id, Neighbourhood.id(anna))), "BreakConnection");
    assertThat(circle(id)).isEmpty();
    assertThat(all.asks("anna", end(OWN, id)).errorCode()).isEqualTo("ABDoesNotExist");
  }

  @Test
  void aCircleIsRenamedInItsOwnBook() {
    CircleId id = joined(ben);
    String rename =
        operation(
            "ABContactUpdate",
            "<abId>%s</abId><contacts><Contact><contactInfo><contactType>Me</contactType>"
                    .formatted(id)
                + "<displayName>Sailing</displayName></contactInfo>"
                + "<propertiesChanged>DisplayName</propertiesChanged></Contact></contacts>");
    assertThat(all.asks("ben", rename).errorCode()).isEqualTo("Forbidden");
    isDone(all.asks("anna", rename), "ABContactUpdate");
    assertThat(all.asks("ben", FIND_PAGED).text()).contains("<Name>Sailing</Name>");
    assertThat(all.asks("anna", rename.replace("Sailing", " ")).errorCode())
        .isEqualTo("BadArgumentLength");
  }

  @Test
  void aCircleIsBlockedAndAllowedAgain() {
    CircleId id = joined(ben);
    isDone(all.asks("ben", member("DeleteMember", "Allow", id)), "DeleteMember");
    isDone(all.asks("ben", member("AddMember", "Block", id)), "AddMember");
    assertThat(member(id, ben).blocked()).isTrue();
    assertThat(all.asks("ben", FIND_MEMBERSHIP).role("Block"))
        .startsWith("<Member xsi:type=\"CircleMember\"><MembershipId>-")
        .contains("<Type>Circle</Type><State>Accepted</State>")
        .contains("<CircleId>" + id + "</CircleId></Member>");
    assertThat(all.asks("anna", FIND_MEMBERSHIP).role("Block")).isEmpty();
    isDone(all.asks("ben", member("DeleteMember", "Block", id)), "DeleteMember");
    isDone(all.asks("ben", member("AddMember", "Allow", id)), "AddMember");
    assertThat(member(id, ben).blocked()).isFalse();
    assertThat(all.asks("ben", member("AddMember", "Pending", id)).errorCode())
        .isEqualTo("Forbidden");
    assertThat(all.asks("carol", member("AddMember", "Block", id)).errorCode())
        .isEqualTo("ContactDoesNotExist");
  }

  @Test
  void whoeverIsBlockedInvitesWithoutEffect() {
    all.adds(ben, anna, BLOCK);
    CircleId id = founded("Rowing");
    assertThat(all.asks("anna", connection(id, Neighbourhood.id(ben), 1, 3)).status())
        .isEqualTo(200);
    assertThat(all.asks("ben", FIND_PAGED).text()).doesNotContain("Circle");
    assertThat(all.asks("ben", find(id)).errorCode()).isEqualTo("ABDoesNotExist");
  }

  @Test
  void whatCannotBeDoneSaysWhy() {
    CircleId id = joined(ben);
    assertThat(anna("CreateCircle", "<properties/>").errorCode()).isEqualTo("BadArgumentLength");
    assertThat(all.asks("anna", candidate(id, "nobody@example.test")).errorCode())
        .isEqualTo("InvalidPassportUser");
    assertThat(all.asks("anna", candidate(id, "nobody")).errorCode()).isEqualTo("BadEmailArgument");
    assertThat(all.asks("anna", candidate(id, "ben@example.test")).errorCode())
        .isEqualTo("ContactAlreadyExists");
    assertThat(all.asks("ben", candidate(id, "carol@example.test")).errorCode())
        .isEqualTo("Forbidden");
    assertThat(all.asks("anna", connection(id, "nobody", 1, 3)).errorCode())
        .isEqualTo("ContactDoesNotExist");
    assertThat(all.asks("anna", connection(id, Neighbourhood.id(carol), 7, 3)).errorCode())
        .isEqualTo("Forbidden");
    assertThat(all.asks("anna", connection(OWN, Neighbourhood.id(ben), 1, 3)).errorCode())
        .isEqualTo("Forbidden");
    assertThat(anna("ABGroupAdd", "<abId>" + id + "</abId>").errorCode())
        .isEqualTo("ABDoesNotExist");
  }

  @Test
  void nobodyFoundsMoreCirclesThanTheyMayBeIn() {
    for (int i = 0; i < Circle.MAX_CIRCLES; i++) {
      founded("Number " + i);
    }
    assertThat(
            anna("CreateCircle", "<properties><DisplayName>More</DisplayName></properties>")
                .errorCode())
        .isEqualTo("RequestLimitReached");
  }

  @Test
  void acquaintancesAndCirclesDoNotMix() {
    all.adds(anna, ben, FORWARD);
    CircleId id = founded("Rowing");
    assertThat(
            all.asks(
                    "anna",
                    connection(id, Neighbourhood.id(ben), 1, 3)
                        .replace("<relationshipType>5<", "<relationshipType>3<"))
                .errorCode())
        .isEqualTo("Forbidden");
    assertThat(all.asks("anna", FIND_PAGED).contact(ben))
        .contains("<contactType>Regular</contactType>");
  }
}

package im.chrysalis.client.web;

import im.chrysalis.values.CircleId;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;

/**
 * What is asked of the address book about circles, since MSNP18.
 *
 * @see <a
 *     href="../../../../../../../../../docs/protocol/circles.md#changes">docs/protocol/circles.md</a>
 */
public final class CircleWish {
  private static final String OWN_BOOK = "00000000-0000-0000-0000-000000000000";
  private static final String SCENARIO = "CircleSave";
  private static final int INVITE_OR_ACCEPT = 1;
  private static final int DECLINE = 2;
  private static final int NO_ROLE = 0;
  private static final int MEMBER = 3;

  private static final Template NEW =
      Template.of(
          """
          <properties>
            <Domain>1</Domain><HostedDomain>live.com</HostedDomain><Type>2</Type>
            <MembershipAccess>0</MembershipAccess><IsPresenceEnabled>true</IsPresenceEnabled>
            <RequestMembershipOption>2</RequestMembershipOption>
            <DisplayName>{name}</DisplayName>
          </properties>
          <callerInfo><PublicDisplayName>{self}</PublicDisplayName></callerInfo>
          """);
  private static final Template BOOK = Template.of("<abHandle><ABId>{book}</ABId></abHandle>");
  private static final Template MEMBERS =
      Template.of(
          """
          <filterOptions>
            <ContactFilter><IncludeHiddenContacts>true</IncludeHiddenContacts></ContactFilter>
          </filterOptions>
          <abView>MessengerClient8</abView><extendedContent>AB</extendedContent>
          {book}
          """);
  private static final Template CANDIDATE =
      Template.of(
          """
          {book}
          <contactHandle>
            <Email>{address}</Email><Puid>0</Puid><Cid>0</Cid>
            <CircleId>00000000-0000-0000-0000-000000000000</CircleId>
          </contactHandle>
          """);
  private static final Template CONNECTION =
      Template.of(
          """
          {book}<contactId>{contact}</contactId>
          <connection>true</connection><presence>false</presence><action>{action}</action>
          <relationshipType>5</relationshipType><relationshipRole>{role}</relationshipRole>
          {rest}
          """);
  private static final Template WORDS =
      Template.of(
          """
          <annotations>
            <Annotation><Name>MSN.IM.InviteMessage</Name><Value>{words}</Value></Annotation>
          </annotations>
          """);
  private static final Template BREAK =
      Template.of(
          """
          {book}<contactId>{contact}</contactId>
          <blockContact>false</blockContact><deleteContact>true</deleteContact>
          """);
  private static final Template NAME =
      Template.of(
          """
          <abId>{book}</abId>
          <contacts>
            <Contact xmlns="http://www.msn.com/webservices/AddressBook">
              <contactInfo>
                <contactType>Me</contactType><displayName>{name}</displayName>
              </contactInfo>
              <propertiesChanged>DisplayName</propertiesChanged>
            </Contact>
          </contacts>
          """);

  private CircleWish() {}

  /** Who is in a circle. */
  public static Wish members(CircleId circle) {
    return new BookWish("ABFindContactsPaged", SCENARIO, MEMBERS.fill(BOOK.fill(circle)), true);
  }

  /**
   * Founds a circle.
   *
   * @param self what the founder is called
   */
  public static Wish create(String name, String self) {
    return new BookWish("CreateCircle", SCENARIO, NEW.fill(name, self), false);
  }

  /** Finds out whether somebody can be invited, and by which id. */
  public static Wish candidate(CircleId circle, EmailAddress who) {
    return new BookWish("CreateContact", SCENARIO, CANDIDATE.fill(BOOK.fill(circle), who), false);
  }

  /** Invites who was found so. */
  public static Wish invite(CircleId circle, String contactId, String words) {
    return connection(
        circle.toString(),
        contactId,
        INVITE_OR_ACCEPT,
        MEMBER,
        words.isEmpty() ? Markup.NONE : WORDS.fill(words));
  }

  /** Gives a member another role. */
  public static Wish role(CircleId circle, String contactId, int role) {
    return connection(circle.toString(), contactId, INVITE_OR_ACCEPT, role, Markup.NONE);
  }

  public static Wish accept(CircleId circle) {
    return connection(OWN_BOOK, circle.toString(), INVITE_OR_ACCEPT, NO_ROLE, Markup.NONE);
  }

  public static Wish decline(CircleId circle) {
    return connection(OWN_BOOK, circle.toString(), DECLINE, NO_ROLE, Markup.NONE);
  }

  private static Wish connection(String book, String contactId, int action, int role, Markup rest) {
    return new BookWish(
        "ManageWLConnection",
        SCENARIO,
        CONNECTION.fill(BOOK.fill(book), contactId, action, role, rest),
        false);
  }

  public static Wish leave(CircleId circle) {
    return end(OWN_BOOK, circle.toString());
  }

  /** Removes a member, or takes an invitation back. */
  public static Wish remove(CircleId circle, String contactId) {
    return end(circle.toString(), contactId);
  }

  private static Wish end(String book, String contactId) {
    return new BookWish("BreakConnection", SCENARIO, BREAK.fill(BOOK.fill(book), contactId), false);
  }

  public static Wish rename(CircleId circle, String name) {
    return new BookWish("ABContactUpdate", SCENARIO, NAME.fill(circle, name), false);
  }
}

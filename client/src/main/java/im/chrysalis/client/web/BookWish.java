package im.chrysalis.client.web;

import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.payload.MemberRole;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.util.Set;

/**
 * What is asked of the address book and its neighbour, the sharing service, since MSNP13.
 *
 * @param operation what it is called
 * @param scenario why the client asks, as services want it said
 * @see <a
 *     href="../../../../../../../../../docs/protocol/address-book.md">docs/protocol/address-book.md</a>
 */
public record BookWish(String operation, String scenario, Markup content, boolean isHarmless)
    implements Wish {
  static final String SITE = "contacts.msn.com";

  private static final String NAMESPACE = "http://www.msn.com/webservices/AddressBook";
  private static final String BOOK = "/abservice/abservice.asmx";
  private static final String SHARING = "/abservice/SharingService.asmx";

  /** What the sharing service does; all else is the book's. */
  private static final Set<String> SHARED =
      Set.of("FindMembership", "AddMember", "DeleteMember", "CreateCircle");

  /** Which program asks. */
  private static final String APPLICATION = "4F0BCC5C-5D85-4B52-93B6-6E0C3B7A4D19";

  private static final Template ENVELOPE = Template.beside(BookWish.class, "book-request.xml");

  private static final Template MEMBERS =
      Template.of(
          """
          <serviceFilter><Types><ServiceType>Messenger</ServiceType></Types></serviceFilter>
          """);
  private static final Markup PAGE =
      Template.of(
              """
              <filterOptions>
                <ContactFilter>
                  <IncludeShellContacts>false</IncludeShellContacts>
                  <IncludeHiddenContacts>true</IncludeHiddenContacts>
                </ContactFilter>
              </filterOptions>
              <abView>MessengerClient8</abView>
              <extendedContent>AB AllGroups CircleResult</extendedContent>
              <pageContext><PageSize>1500</PageSize><Direction>Forward</Direction></pageContext>
              """)
          .fill();
  private static final Markup ALL =
      Template.of(
              """
              <abId>00000000-0000-0000-0000-000000000000</abId><abView>Full</abView>
              <deltasOnly>false</deltasOnly><dynamicItemView>Gleam</dynamicItemView>
              """)
          .fill();
  private static final Template NEW_BOOK =
      Template.of(
          """
          <abInfo>
            <name/><ownerPuid>0</ownerPuid><ownerEmail>{owner}</ownerEmail>
            <fDefault>true</fDefault>
          </abInfo>
          """);

  private static final Template CONTACTS =
      Template.of(
          """
          <abId>00000000-0000-0000-0000-000000000000</abId>
          <contacts>
            <Contact xmlns="http://www.msn.com/webservices/AddressBook">{contact}</Contact>
          </contacts>
          {rest}
          """);
  private static final Template ID = Template.of("<contactId>{id}</contactId>");
  private static final Template NEW_CONTACT =
      Template.of(
          """
          <contactInfo>
            <contactType>Regular</contactType><passportName>{address}</passportName>
            <isMessengerUser>true</isMessengerUser>
          </contactInfo>
          """);
  private static final Template MESSENGER_USER =
      Template.of(
          """
          <contactId>{id}</contactId>
          <contactInfo><isMessengerUser>true</isMessengerUser></contactInfo>
          <propertiesChanged>IsMessengerUser</propertiesChanged>
          """);
  private static final Template NICKNAME =
      Template.of(
          """
          <contactId>{id}</contactId>
          <contactInfo>
            <annotations>
              <Annotation><Name>AB.NickName</Name><Value>{name}</Value></Annotation>
            </annotations>
          </contactInfo>
          <propertiesChanged>Annotation</propertiesChanged>
          """);
  private static final Template OWN_SETTING =
      Template.of(
          """
          <contactInfo>
            <contactType>Me</contactType>
            <annotations>
              <Annotation><Name>{name}</Name><Value>{value}</Value></Annotation>
            </annotations>
          </contactInfo>
          <propertiesChanged>Annotation</propertiesChanged>
          """);
  private static final Template OWN_NAME =
      Template.of(
          """
          <contactInfo>
            <contactType>Me</contactType><displayName>{name}</displayName>
          </contactInfo>
          <propertiesChanged>DisplayName</propertiesChanged>
          """);

  private static final Template NEW_GROUP =
      Template.of(
          """
          <abId>00000000-0000-0000-0000-000000000000</abId>
          <groupAddOptions>
            <fRenameOnMsgrConflict>false</fRenameOnMsgrConflict>
          </groupAddOptions>
          <groupInfo>
            <GroupInfo>
              <name>{name}</name><groupType>C8529CE2-6EAD-434d-881F-341E17DB3FF8</groupType>
              <fMessenger>false</fMessenger>
              <annotations>
                <Annotation><Name>MSN.IM.Display</Name><Value>1</Value></Annotation>
              </annotations>
            </GroupInfo>
          </groupInfo>
          """);
  private static final Template GROUP_NAME =
      Template.of(
          """
          <abId>00000000-0000-0000-0000-000000000000</abId>
          <groups>
            <Group>
              <groupId>{id}</groupId><groupInfo><name>{name}</name></groupInfo>
              <propertiesChanged>GroupName </propertiesChanged>
            </Group>
          </groups>
          """);
  private static final Template GROUP =
      Template.of("<groupFilter><groupIds><guid>{id}</guid></groupIds></groupFilter>");
  private static final Template OLD_GROUP =
      Template.of(
          """
          <abId>00000000-0000-0000-0000-000000000000</abId>
          <groupFilter><groupIds><guid>{id}</guid></groupIds></groupFilter>
          """);

  private static final Template MEMBER =
      Template.of(
          """
          <serviceHandle><Id>0</Id><Type>Messenger</Type><ForeignId></ForeignId></serviceHandle>
          <memberships>
            <Membership>
              <MemberRole>{role}</MemberRole>
              <Members>
                <Member xsi:type="PassportMember">
                  <Type>Passport</Type><State>Accepted</State>
                  <PassportName>{address}</PassportName>
                </Member>
              </Members>
            </Membership>
          </memberships>
          """);

  // reading

  /** Who may see the account, who may not, who has it as a contact. */
  public static BookWish members() {
    return new BookWish("FindMembership", "Initial", MEMBERS.fill(), true);
  }

  /** Contacts and groups. */
  public static BookWish page() {
    return new BookWish("ABFindContactsPaged", "Initial", PAGE, true);
  }

  /** The same of older services. */
  public static BookWish all() {
    return new BookWish("ABFindAll", "Initial", ALL, true);
  }

  /** A book, for an account that has none yet. */
  public static BookWish newBook(EmailAddress owner) {
    return new BookWish("ABAdd", "Initial", NEW_BOOK.fill(owner), false);
  }

  // changing

  /** Makes somebody a contact. */
  public static BookWish add(EmailAddress who) {
    return new BookWish(
        "ABContactAdd",
        "ContactSave",
        CONTACTS.fill(
            NEW_CONTACT.fill(who),
            new Markup(
                "<options><EnableAllowListManagement>false</EnableAllowListManagement></options>")),
        false);
  }

  /** Makes somebody who is in the book already a contact of the messenger. */
  public static BookWish useInMessenger(String contactId) {
    return update(MESSENGER_USER.fill(contactId));
  }

  public static BookWish remove(String contactId) {
    return new BookWish(
        "ABContactDelete", "ContactSave", CONTACTS.fill(ID.fill(contactId), Markup.NONE), false);
  }

  /** Calls a contact something. */
  public static BookWish label(String contactId, String name) {
    return update(NICKNAME.fill(contactId, name));
  }

  /** Sets one of the owner's settings, such as {@link BookPage#PRIVACY}. */
  public static BookWish set(String setting, String value) {
    return update(OWN_SETTING.fill(setting, value));
  }

  /** Calls the owner something. */
  public static BookWish rename(String name) {
    return update(OWN_NAME.fill(name));
  }

  private static BookWish update(Markup contact) {
    return new BookWish(
        "ABContactUpdate", "ContactSave", CONTACTS.fill(contact, Markup.NONE), false);
  }

  public static BookWish addGroup(String name) {
    return new BookWish("ABGroupAdd", "GroupSave", NEW_GROUP.fill(name), false);
  }

  public static BookWish renameGroup(String id, String name) {
    return new BookWish("ABGroupUpdate", "GroupSave", GROUP_NAME.fill(id, name), false);
  }

  public static BookWish removeGroup(String id) {
    return new BookWish("ABGroupDelete", "GroupSave", OLD_GROUP.fill(id), false);
  }

  /** Puts a contact into a group. */
  public static BookWish addTo(String group, String contactId) {
    return inGroup("ABGroupContactAdd", group, contactId);
  }

  /** Takes a contact out of a group. */
  public static BookWish removeFrom(String group, String contactId) {
    return inGroup("ABGroupContactDelete", group, contactId);
  }

  private static BookWish inGroup(String operation, String group, String contactId) {
    return new BookWish(
        operation, "GroupSave", CONTACTS.fill(ID.fill(contactId), GROUP.fill(group)), false);
  }

  /** Puts somebody on any list but the forward list. */
  public static BookWish addMember(ContactList list, EmailAddress who) {
    return new BookWish(
        "AddMember", "ContactMsgrAPI", MEMBER.fill(MemberRole.of(list).word(), who), false);
  }

  /** Takes somebody off any list but the forward list. */
  public static BookWish removeMember(ContactList list, EmailAddress who) {
    return new BookWish(
        "DeleteMember", "ContactMsgrAPI", MEMBER.fill(MemberRole.of(list).word(), who), false);
  }

  // asking

  @Override
  public String site() {
    return SITE;
  }

  @Override
  public Call by(String ticket) {
    String path = SHARED.contains(operation) ? SHARING : BOOK;
    Markup document = ENVELOPE.fill(APPLICATION, scenario, ticket, operation, content, operation);
    return Call.of(path, NAMESPACE + "/" + operation, document)
        // COMPAT services of MSNP13 and 14 know a visitor by these
        .withCookies(TicketText.of(ticket).cookies());
  }
}

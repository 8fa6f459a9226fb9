package im.chrysalis.server.web.book;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.person.Request.ContactCopy;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.ContactId;
import im.chrysalis.values.Property;
import im.chrysalis.wire.Stamp;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.util.Map;
import java.util.UUID;

/**
 * The element {@code Contact}, which says the same in every answer that has it.
 *
 * <p>COMPAT aMSN: {@code isMobileIMEnabled} and {@code isMessengerUser} are there for everybody.
 * COMPAT libpurple, JML, BitlBee: whoever is no messenger user is left out.
 *
 * @see <a
 *     href="../../../../../../../../../docs/protocol/address-book.md#contact">address-book.md</a>
 */
final class ContactMarkup {
  private static final Template CONTACT =
      Template.of(
          """
          <Contact>{content}</Contact>
          """);

  private static final Template CONTENT =
      Template.of(
          """
          <contactId>{id}</contactId>
          <contactInfo>
            {emails}{phones}{locations}{sites}{annotations}<contactType>{type}</contactType>
            <quickName>{quick}</quickName>{names}<passportName>{address}</passportName>
            <IsPassportNameHidden>false</IsPassportNameHidden>
            <displayName>{name}</displayName><puid>0</puid>{groups}<CID>{cid}</CID>
            <IsNotMobileVisible>false</IsNotMobileVisible>
            <isMobileIMEnabled>{mobile}</isMobileIMEnabled>
            <isMessengerUser>{messenger}</isMessengerUser><isFavorite>{favorite}</isFavorite>
            <isSmtp>false</isSmtp><hasSpace>false</hasSpace>
            <spotWatchState>NoDevice</spotWatchState><birthdate>{birthdate}</birthdate>{more}
            <primaryEmailType>ContactEmailPersonal</primaryEmailType>
            <PrimaryLocation>ContactLocationPersonal</PrimaryLocation>
            <PrimaryPhone>ContactPhonePersonal</PrimaryPhone>
            <IsPrivate>false</IsPrivate><Gender>Unspecified</Gender><TimeZone>None</TimeZone>
          </contactInfo>
          <propertiesChanged/><fDeleted>false</fDeleted><lastChange>{stamp}</lastChange>
          """);

  private static final Template GROUPS = Template.of("<groupIds>{guids}</groupIds>");
  private static final Template GUID = Template.of("<guid>{guid}</guid>");

  private final Account owner;
  private final Map<AccountId, Long> cids;
  private final Map<UUID, Map<String, String>> notes;
  private final String stamp;

  /** What kind of contact somebody is shown as. */
  enum Type {
    ME("Me"),
    REGULAR("Regular"),
    /** Both have each other as a contact. */
    LIVE("Live"),
    /** The other does not have the owner as a contact, or not yet. */
    LIVE_PENDING("LivePending");

    private final String word;

    Type(String word) {
      this.word = word;
    }
  }

  /**
   * Writes contacts of one book.
   *
   * @param cids of the contacts
   * @param notes by the GUID of whom they are about
   */
  ContactMarkup(Account owner, Map<AccountId, Long> cids, Map<UUID, Map<String, String>> notes) {
    this.owner = owner;
    this.cids = cids;
    this.notes = notes;
    this.stamp = Stamp.of(owner.listVersion());
  }

  /**
   * The owner among their contacts.
   *
   * @param escaped whether the name is sent URL-encoded where it has a percent sign
   */
  Markup me(boolean escaped) {
    Card card = owner.card();
    CardNotes mine = notes(card).withSettings(owner);
    String name = escaped ? card.name().replace("%", "%25") : card.name();
    return CONTACT.fill(
        content(Type.ME, card, name, mine, Markup.NONE, owner.cid(), owner.properties()));
  }

  Markup contact(ContactCopy contact) {
    return CONTACT.fill(content(contact, Type.REGULAR));
  }

  /** What stands in a {@code Contact}, for answers that call it otherwise. */
  Markup content(ContactCopy contact, Type type) {
    Card card = contact.view().card();
    return content(
        type,
        card,
        card.name(),
        notes(card).withLabel(contact.label()),
        groups(contact),
        cids.getOrDefault(card.id(), 0L),
        contact.view().properties());
  }

  private Markup content(
      Type type,
      Card card,
      String name,
      CardNotes about,
      Markup groups,
      long cid,
      Map<Property, String> properties) {
    return CONTENT.fill(
        new ContactId(card.id()),
        about.emails(),
        about.phones(properties),
        about.locations(),
        about.sites(),
        about.annotations(),
        type.word,
        about.field("quickName").orElse(name),
        about.fields("firstName", "MiddleName", "lastName"),
        card.address(),
        name,
        groups,
        cid,
        "Y".equals(properties.get(Property.MOBILE_PAGES)),
        type != Type.ME,
        about.field("isFavorite").orElse("false"),
        about.field("birthdate").orElse("0001-01-01T00:00:00"),
        about.fields("Anniversary", "comment"),
        stamp);
  }

  private CardNotes notes(Card card) {
    return new CardNotes(notes.getOrDefault(new ContactId(card.id()).guid(), Map.of()));
  }

  private static Markup groups(ContactCopy contact) {
    if (contact.groups().isEmpty()) {
      return Markup.NONE;
    }
    return GROUPS.fill(Markup.joined(contact.groups().stream().sorted().map(GUID::fill)));
  }
}

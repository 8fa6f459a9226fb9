package im.chrysalis.server.web.book;

import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;

/** What a book says of itself, behind its contacts. */
final class BookHead {
  private static final Template HEAD =
      Template.of(
          """
          <abId>{id}</abId>
          <abInfo>
            <ownerPuid>0</ownerPuid><OwnerCID>{cid}</OwnerCID><ownerEmail>{address}</ownerEmail>
            <fDefault>true</fDefault><joinedNamespace>false</joinedNamespace><IsBot>false</IsBot>
            <IsParentManaged>false</IsParentManaged>
            <AccountTierLastChanged>0001-01-01T00:00:00</AccountTierLastChanged>
            <ProfileVersion>0</ProfileVersion>
            <SubscribeExternalPartner>false</SubscribeExternalPartner>
            <NotifyExternalPartner>false</NotifyExternalPartner>
            <AddressBookType>{type}</AddressBookType>
          </abInfo>
          <lastChange>{changed}</lastChange>
          <DynamicItemLastChanged>0001-01-01T00:00:00</DynamicItemLastChanged>
          <createDate>{created}</createDate><propertiesChanged/>
          """);

  private static final String OWN_BOOK = "00000000-0000-0000-0000-000000000000";

  private BookHead() {}

  /** Somebody's own book. */
  static Markup ofPerson(Object cid, Object address, Object changed, Object created) {
    return HEAD.fill(OWN_BOOK, cid, address, "Individual", changed, created);
  }

  /** The book of a circle. */
  static Markup ofCircle(Object id, Object cid, Object address, Object changed, Object created) {
    return HEAD.fill(id, cid, address, "Group", changed, created);
  }
}

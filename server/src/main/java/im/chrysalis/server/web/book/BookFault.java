package im.chrysalis.server.web.book;

import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;

/**
 * Why the book refuses something. Clients know the codes by name; of the texts, MSNPSharp looks for
 * those about a missing book and a full sync.
 */
enum BookFault {
  BAD_REQUEST("BadRequest", "The request can't be read"),
  PASSPORT_AUTH_FAIL("PassportAuthFail", "Authentication failure"),
  FORBIDDEN("Forbidden", "The API is no longer supported"),
  BOOK_DOES_NOT_EXIST("ABDoesNotExist", "Address Book Does Not Exist"),
  FULL_SYNC_REQUIRED("FullSyncRequired", "Full sync required"),
  CONTACT_ALREADY_EXISTS("ContactAlreadyExists", "Contact Already Exists"),
  CONTACT_DOES_NOT_EXIST("ContactDoesNotExist", "Contact Does Not Exist"),
  INVALID_PASSPORT_USER("InvalidPassportUser", "There is no such account"),
  BAD_EMAIL("BadEmailArgument", "That is no address of an account"),
  LIMIT_REACHED("RequestLimitReached", "The list is full"),
  GROUP_ALREADY_EXISTS("GroupAlreadyExists", "Group Already Exists"),
  GROUP_DOES_NOT_EXIST("GroupDoesNotExist", "Group Does Not Exist"),
  MEMBER_DOES_NOT_EXIST("MemberDoesNotExist", "Member Does Not Exist"),
  BAD_LENGTH("BadArgumentLength", "A text is empty or too long");

  private static final Template DETAIL =
      Template.of(
          """
          <errorcode xmlns="http://www.msn.com/webservices/AddressBook">{code}</errorcode>
          <errorstring xmlns="http://www.msn.com/webservices/AddressBook">{text}</errorstring>
          <machineName xmlns="http://www.msn.com/webservices/AddressBook">AB1</machineName>
          <additionalDetails>{more}</additionalDetails>
          """);
  private static final Template CONFLICT = Template.of("<conflictObjectId>{id}</conflictObjectId>");
  private static final Template PARAMETER = Template.of("<parameterName>{name}</parameterName>");

  private final String code;
  private final String text;

  BookFault(String code, String text) {
    this.code = code;
    this.text = text;
  }

  Fault fault() {
    return fault(Markup.NONE);
  }

  Fault.Refused refused() {
    return fault().refused();
  }

  /** The same, naming what is in the way. */
  Fault.Refused because(Object conflict) {
    return fault(CONFLICT.fill(conflict)).refused();
  }

  /** The text with the name is empty or too long. */
  static Fault.Refused badLength(String name) {
    return BAD_LENGTH.fault(PARAMETER.fill(name)).refused();
  }

  private Fault fault(Markup more) {
    return new Fault("soap:Client", text, DETAIL.fill(code, text, more));
  }
}

package im.chrysalis.server.web.storage;

import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.wire.xml.Template;

/** Why the storage refuses something; clients know the codes by name. */
enum StorageFault {
  BAD_REQUEST("BadRequest", "The request can't be read"),
  ACCESS_DENIED("AccessDenied", "No valid ticket"),
  FORBIDDEN("Forbidden", "The API is not supported"),
  ITEM_DOES_NOT_EXIST("ItemDoesNotExist", "There is no such item"),
  INVALID_ARGUMENT("InvalidArgument", "Too long, or no picture");

  private static final Template DETAIL =
      Template.of(
          """
          <errorcode xmlns="{namespace}">{code}</errorcode>
          <errorstring xmlns="{namespace}">{text}</errorstring>
          """);

  private final String code;
  private final String text;

  StorageFault(String code, String text) {
    this.code = code;
    this.text = text;
  }

  Fault fault(String namespace) {
    return new Fault("soap:Client", text, DETAIL.fill(namespace, code, namespace, text));
  }

  /** The fault on its way to the service. */
  Refusal refusal() {
    return new Refusal(this);
  }

  /** A fault whose namespace is not known yet. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final StorageFault fault;

    Refusal(StorageFault fault) {
      super(fault.text, null, false, false);
      this.fault = fault;
    }

    StorageFault fault() {
      return fault;
    }
  }
}

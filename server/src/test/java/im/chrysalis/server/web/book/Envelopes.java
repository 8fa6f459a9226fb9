package im.chrysalis.server.web.book;

/** Requests as clients put them into envelopes. */
final class Envelopes {
  static final String LIBPURPLE = "F6D2794D-501F-443A-ADBE-8F1490FF30FD";
  static final String WLM_8 = "CFE80F9D-180F-4399-82AB-413F33A1FA11";

  static final String NO_COPY = "<lastChange>0001-01-01T00:00:00.0000000-08:00</lastChange>";

  private Envelopes() {}

  /** One line, the operation in the usual namespace. */
  static String of(String application, String who, String operation) {
    return """
    <?xml version="1.0" encoding="utf-8"?>\
    <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
    xmlns:xsd="http://www.w3.org/2001/XMLSchema" \
    xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/"><soap:Header>\
    <ABApplicationHeader xmlns="http://www.msn.com/webservices/AddressBook">\
    <ApplicationId>%s</ApplicationId><IsMigration>false</IsMigration>\
    <PartnerScenario>Initial</PartnerScenario></ABApplicationHeader>\
    <ABAuthHeader xmlns="http://www.msn.com/webservices/AddressBook">\
    <ManagedGroupRequest>false</ManagedGroupRequest>\
    <TicketToken>t=%s&amp;p=</TicketToken></ABAuthHeader></soap:Header>\
    <soap:Body>%s</soap:Body></soap:Envelope>\
    """
        .formatted(application, who, operation);
  }

  /** An operation's element. */
  static String operation(String name, String content) {
    return "<%s xmlns=\"http://www.msn.com/webservices/AddressBook\">%s</%s>"
        .formatted(name, content, name);
  }
}

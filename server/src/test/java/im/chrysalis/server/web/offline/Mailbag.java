package im.chrysalis.server.web.offline;

/** What clients post to both services, as they write it. */
final class Mailbag {
  static final String OLD = "http://messenger.msn.com/ws/2004/09/oim/";
  static final String NEW = "http://messenger.live.com/ws/2006/09/oim/";

  private static final String HELLO =
      """
      MIME-Version: 1.0
      Content-Type: text/plain; charset=UTF-8
      Content-Transfer-Encoding: base64
      X-OIM-Message-Type: OfflineMessage
      X-OIM-Run-Id: {3A3BE82C-684D-4F4F-8005-CBE8D4F82BAD}
      X-OIM-Sequence-Num: %d

      SGVsbG8=\
      """;

  private Mailbag() {}

  /** Windows Live Messenger 8.5. */
  static String live85(String from, String to, String lockKey, int number) {
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <soap:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
    <soap:Header>
    <From memberName="%1$s@example.test" friendlyName="=?utf-8?B?QWxpY2U=?=" xml:lang="en-US" proxy="MSNMSGR" xmlns="http://messenger.live.com/ws/2006/09/oim/" msnpVer="MSNP15" buildVer="8.5.1302"/>
    <To memberName="%2$s@example.test" xmlns="http://messenger.live.com/ws/2006/09/oim/"/>
    <Ticket passport="t=%1$s-ticket&amp;p=" appid="PROD0119GSJUC$18" lockkey="%3$s" xmlns="http://messenger.live.com/ws/2006/09/oim/"/>
    <Sequence xmlns="http://schemas.xmlsoap.org/ws/2003/03/rm"><Identifier xmlns="http://schemas.xmlsoap.org/ws/2002/07/utility">http://messenger.msn.com</Identifier><MessageNumber>%4$d</MessageNumber></Sequence>
    </soap:Header>
    <soap:Body><MessageType xmlns="http://messenger.live.com/ws/2006/09/oim/">text</MessageType><Content xmlns="http://messenger.live.com/ws/2006/09/oim/">%5$s</Content></soap:Body>
    </soap:Envelope>
    """
        .formatted(from, to, lockKey, number, HELLO.formatted(number));
  }

  /** Pidgin and JML: the older names, whatever the action. */
  static String pidgin(String from, String to, String lockKey, int number) {
    return live85(from, to, lockKey, number)
        .replace(NEW, OLD)
        .replace("soap:", "s:")
        .replace("xmlns:soap", "xmlns:s");
  }

  /** What all clients ask of the other service; {@code body} is the operation. */
  static String rsi(String ticket, String body) {
    return """
    <?xml version='1.0' encoding='utf-8'?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header><PassportCookie xmlns="http://www.hotmail.msn.com/ws/2004/09/oim/rsi"><t>%s</t><p></p></PassportCookie></soap:Header><soap:Body>%s</soap:Body></soap:Envelope>
    """
        .formatted(ticket, body);
  }

  static String getMetadata(String ticket) {
    return rsi(ticket, "<GetMetadata xmlns=\"http://www.hotmail.msn.com/ws/2004/09/oim/rsi\" />");
  }

  static String getMessage(String ticket, Object id) {
    return rsi(
        ticket,
        """
        <GetMessage xmlns="http://www.hotmail.msn.com/ws/2004/09/oim/rsi"><messageId>%s</messageId><alsoMarkAsRead>false</alsoMarkAsRead></GetMessage>\
        """
            .formatted(id));
  }

  static String deleteMessages(String ticket, Object... ids) {
    StringBuilder all = new StringBuilder();
    for (Object id : ids) {
      all.append("<messageId>").append(id).append("</messageId>");
    }
    return rsi(
        ticket,
        """
        <DeleteMessages xmlns="http://www.hotmail.msn.com/ws/2004/09/oim/rsi"><messageIds>%s</messageIds></DeleteMessages>\
        """
            .formatted(all));
  }
}

package im.chrysalis.bench.load;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The ways in which clients exchange a password for a ticket. */
public enum Passport {
  /** Passport 1.4, a ticket without secret. */
  LOGIN2("login2.srf") {
    @Override
    String request(Account account) {
      return "GET /login2.srf HTTP/1.1\r\nHost: login.passport.com\r\n"
          + "Authorization: Passport1.4 OrgVerb=GET,OrgURL=http%3A%2F%2Fmessenger%2Emsn%2Ecom,sign-in="
          + URLEncoder.encode(account.address(), StandardCharsets.UTF_8)
          + ",pwd="
          + URLEncoder.encode(account.password(), StandardCharsets.UTF_8)
          + ",lc=1033\r\n\r\n";
    }

    @Override
    Ticket read(WebConnection.Answer answer) throws IOException {
      return new Ticket(between(answer.head(), "from-PP='", "'"), new byte[0]);
    }
  },

  /** SOAP, a ticket and its secret. */
  RST("RST.srf") {
    @Override
    String request(Account account) {
      String body = envelope(account);
      return "POST /RST.srf HTTP/1.1\r\nHost: login.live.com\r\nContent-Type: text/xml\r\n"
          + "Content-Length: "
          + body.length()
          + "\r\n\r\n"
          + body;
    }

    @Override
    Ticket read(WebConnection.Answer answer) throws IOException {
      String token = between(answer.body(), "<wsse:BinarySecurityToken", "</wsse:Binary");
      String secret = between(answer.body(), "<wst:BinarySecret>", "<");
      return new Ticket(
          token.substring(token.indexOf('>') + 1).replace("&amp;", "&"),
          Base64.getDecoder().decode(secret));
    }
  };

  private final String path;

  Passport(String path) {
    this.path = path;
  }

  /** The last part of the path. */
  public String path() {
    return path;
  }

  abstract String request(Account account);

  abstract Ticket read(WebConnection.Answer answer) throws IOException;

  /** Asks for a ticket, and waits for it. */
  public Ticket fetch(WebConnection web, Account account) throws IOException, LoadFailed {
    WebConnection.Answer answer = web.ask(request(account));
    if (!answer.isOk()) throw new LoadFailed(account.address() + " got no ticket but " + answer);
    return read(answer);
  }

  private static String between(String text, String before, String after) throws IOException {
    int from = text.indexOf(before) + before.length();
    int end = text.indexOf(after, from);
    if (from < before.length() || end < 0) throw new IOException("no " + before + " in an answer");
    return text.substring(from, end);
  }

  /** What a client of MSNP15 asks for, without the words that no server needs. */
  private static String envelope(Account account) {
    return """
    <?xml version="1.0" encoding="UTF-8"?><Envelope \
    xmlns="http://schemas.xmlsoap.org/soap/envelope/" \
    xmlns:wsse="http://schemas.xmlsoap.org/ws/2003/06/secext" \
    xmlns:wsp="http://schemas.xmlsoap.org/ws/2002/12/policy" \
    xmlns:wsa="http://schemas.xmlsoap.org/ws/2004/03/addressing" \
    xmlns:wst="http://schemas.xmlsoap.org/ws/2004/04/trust"><Header><wsse:Security>\
    <wsse:UsernameToken Id="user"><wsse:Username>%s</wsse:Username>\
    <wsse:Password>%s</wsse:Password></wsse:UsernameToken></wsse:Security></Header><Body>\
    <wst:RequestSecurityToken Id="RST1"><wst:RequestType>\
    http://schemas.xmlsoap.org/ws/2004/04/security/trust/Issue</wst:RequestType><wsp:AppliesTo>\
    <wsa:EndpointReference><wsa:Address>messengerclear.live.com</wsa:Address>\
    </wsa:EndpointReference></wsp:AppliesTo><wsse:PolicyReference URI="MBI_KEY_OLD"/>\
    </wst:RequestSecurityToken></Body></Envelope>\
    """
        .formatted(account.address(), account.password());
  }
}

package im.chrysalis.server.web.passport;

/** Requests to the token service, as families of clients write them. */
final class Requests {
  static final String RENEWAL = "http://Passport.NET/tb";

  private Requests() {}

  /** aMSN, BitlBee, emesene, JML, the official clients up to 8.5. */
  static String rst(String escapedPassword, String... addressesAndPolicies) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/" \
    xmlns:wsse="http://schemas.xmlsoap.org/ws/2003/06/secext" \
    xmlns:wsp="http://schemas.xmlsoap.org/ws/2002/12/policy" \
    xmlns:wsa="http://schemas.xmlsoap.org/ws/2004/03/addressing" \
    xmlns:wst="http://schemas.xmlsoap.org/ws/2004/04/trust"><Header>\
    <ps:AuthInfo xmlns:ps="http://schemas.microsoft.com/Passport/SoapServices/PPCRL" \
    Id="PPAuthInfo"><ps:BinaryVersion>4</ps:BinaryVersion><ps:Cookies></ps:Cookies>\
    </ps:AuthInfo><wsse:Security><wsse:UsernameToken Id="user">\
    <wsse:Username>anna@example.test</wsse:Username><wsse:Password>%s</wsse:Password>\
    </wsse:UsernameToken></wsse:Security></Header><Body>\
    <ps:RequestMultipleSecurityTokens \
    xmlns:ps="http://schemas.microsoft.com/Passport/SoapServices/PPCRL" Id="RSTS">%s\
    </ps:RequestMultipleSecurityTokens></Body></Envelope>\
    """
        .formatted(escapedPassword, tokens("wsse", addressesAndPolicies));
  }

  /** Miranda, MSNPSharp, the official clients since 2009. */
  static String rst2(String escapedPassword, String... addressesAndPolicies) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" \
    xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd" \
    xmlns:wsp="http://schemas.xmlsoap.org/ws/2004/09/policy" \
    xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd" \
    xmlns:wsa="http://www.w3.org/2005/08/addressing" \
    xmlns:wst="http://schemas.xmlsoap.org/ws/2005/02/trust"><s:Header>\
    <wsa:Action s:mustUnderstand="1">http://schemas.xmlsoap.org/ws/2005/02/trust/RST/Issue\
    </wsa:Action><wsa:To s:mustUnderstand="1">HTTPS://login.live.com:443//RST2.srf</wsa:To>\
    <wsse:Security><wsse:UsernameToken wsu:Id="user">\
    <wsse:Username>anna@example.test</wsse:Username><wsse:Password>%s</wsse:Password>\
    </wsse:UsernameToken><wsu:Timestamp Id="Timestamp"><wsu:Created>1999-01-01T00:00:00Z\
    </wsu:Created><wsu:Expires>1999-01-01T00:05:00Z</wsu:Expires></wsu:Timestamp>\
    </wsse:Security></s:Header><s:Body><ps:RequestMultipleSecurityTokens \
    xmlns:ps="http://schemas.microsoft.com/Passport/SoapServices/PPCRL" Id="RSTS">%s\
    </ps:RequestMultipleSecurityTokens></s:Body></s:Envelope>\
    """
        .formatted(escapedPassword, tokens("wsp", addressesAndPolicies));
  }

  private static String tokens(String prefix, String... addressesAndPolicies) {
    StringBuilder tokens = new StringBuilder();
    for (int i = 0; i < addressesAndPolicies.length; i++) {
      String[] words = addressesAndPolicies[i].split(" ", 2);
      String policy =
          words.length < 2
              ? ""
              : "<%s:PolicyReference URI=\"%s\"></%s:PolicyReference>"
                  .formatted(prefix, words[1], prefix);
      tokens.append(
          """
          <wst:RequestSecurityToken Id="RST%d"><wst:RequestType>Issue</wst:RequestType>\
          <wsp:AppliesTo><wsa:EndpointReference><wsa:Address>%s</wsa:Address>\
          </wsa:EndpointReference></wsp:AppliesTo>%s</wst:RequestSecurityToken>\
          """
              .formatted(i, words[0], policy));
    }
    return tokens.toString();
  }

  /** libpurple 2.10: no prefixes, the namespace declared again on each element. */
  static String libpurple(String escapedPassword) {
    return """
    <?xml version='1.0' encoding='utf-8'?>\
    <Envelope xmlns='http://schemas.xmlsoap.org/soap/envelope/'>\
    <Header><AuthInfo xmlns='http://schemas.microsoft.com/Passport/SoapServices/PPCRL' \
    Id='PPAuthInfo'><BinaryVersion>4</BinaryVersion><Cookies/></AuthInfo>\
    <Security xmlns='http://schemas.xmlsoap.org/ws/2003/06/secext'><UsernameToken Id='user'>\
    <Username>anna@example.test</Username><Password>%s</Password></UsernameToken></Security>\
    </Header><Body><RequestMultipleSecurityTokens \
    xmlns='http://schemas.microsoft.com/Passport/SoapServices/PPCRL' Id='RSTS'>%s\
    </RequestMultipleSecurityTokens></Body></Envelope>\
    """
        .formatted(
            escapedPassword,
            bare(0, RENEWAL, "")
                + bare(1, "messengerclear.live.com", "MBI_KEY_OLD")
                + bare(2, "messenger.msn.com", "?id=507")
                + bare(3, "contacts.msn.com", "MBI")
                + bare(4, "messengersecure.live.com", "MBI_SSL")
                + bare(5, "storage.live.com", "MBI")
                + bare(6, "sup.live.com", "MBI"));
  }

  private static String bare(int number, String address, String policy) {
    return """
    <RequestSecurityToken xmlns='http://schemas.xmlsoap.org/ws/2004/04/trust' Id='RST%d'>\
    <AppliesTo xmlns='http://schemas.xmlsoap.org/ws/2002/12/policy'>\
    <EndpointReference xmlns='http://schemas.xmlsoap.org/ws/2004/03/addressing'>\
    <Address>%s</Address></EndpointReference></AppliesTo>\
    <PolicyReference xmlns='http://schemas.xmlsoap.org/ws/2003/06/secext' URI='%s'/>\
    </RequestSecurityToken>\
    """
        .formatted(number, address, policy);
  }

  /** libpurple, when it renews a ticket: a token and a nonce instead of a password. */
  static String renewal(String token) {
    return """
    <Envelope xmlns='http://schemas.xmlsoap.org/soap/envelope/'><Header>\
    <Security xmlns='http://schemas.xmlsoap.org/ws/2003/06/secext'>\
    <EncryptedData xmlns='http://www.w3.org/2001/04/xmlenc#' Id='BinaryDAToken0'>\
    <CipherData><CipherValue>%s</CipherValue></CipherData></EncryptedData>\
    <DerivedKeyToken xmlns='http://schemas.xmlsoap.org/ws/2004/04/sc' Id='SignKey'>\
    <Nonce>QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZX</Nonce></DerivedKeyToken></Security></Header>\
    <Body>%s</Body></Envelope>\
    """
        .formatted(token, bare(3, "contacts.msn.com", "MBI"));
  }
}

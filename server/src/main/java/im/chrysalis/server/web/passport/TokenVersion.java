package im.chrysalis.server.web.passport;

import im.chrysalis.domain.account.Ticket.Mechanism;
import im.chrysalis.wire.xml.Template;
import java.util.Map;

/**
 * One of the two versions of the token service: what sets their answers apart.
 *
 * @param contentType of the answers
 * @param names namespaces by prefix, and how the element of a token's times is spelled
 */
record TokenVersion(
    Mechanism mechanism,
    String contentType,
    Map<String, String> names,
    Template envelope,
    Template fault,
    Template references) {

  /** SOAP 1.1: clients of MSNP11 to MSNP16. */
  static final TokenVersion RST =
      of(
          Mechanism.RST,
          "rst",
          "text/xml; charset=utf-8",
          Map.of(
              "soap", "http://schemas.xmlsoap.org/soap/envelope/",
              "wsse", "http://schemas.xmlsoap.org/ws/2003/06/secext",
              "wsp", "http://schemas.xmlsoap.org/ws/2002/12/policy",
              "wsa", "http://schemas.xmlsoap.org/ws/2004/03/addressing",
              "wst", "http://schemas.xmlsoap.org/ws/2004/04/trust",
              "wssc", "http://schemas.xmlsoap.org/ws/2004/04/sc",
              "lifetime", "LifeTime"));

  /** SOAP 1.2: clients of MSNP18 and later. */
  static final TokenVersion RST2 =
      of(
          Mechanism.RST2,
          "rst2",
          "application/soap+xml; charset=utf-8",
          Map.of(
              "soap", "http://www.w3.org/2003/05/soap-envelope",
              "wsse", oasis("secext"),
              "wsp", "http://schemas.xmlsoap.org/ws/2004/09/policy",
              "wsa", "http://www.w3.org/2005/08/addressing",
              "wst", "http://schemas.xmlsoap.org/ws/2005/02/trust",
              "wssc", "http://schemas.xmlsoap.org/ws/2005/02/sc",
              "lifetime", "Lifetime"));

  private static TokenVersion of(
      Mechanism mechanism, String folder, String contentType, Map<String, String> names) {
    return new TokenVersion(
        mechanism,
        contentType,
        names,
        template(folder, "envelope.xml"),
        template(folder, "fault.xml"),
        template(folder, "references.xml"));
  }

  private static Template template(String folder, String file) {
    return Template.beside(TokenVersion.class, folder + "/" + file);
  }

  private static String oasis(String part) {
    return "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-"
        + part
        + "-1.0.xsd";
  }
}

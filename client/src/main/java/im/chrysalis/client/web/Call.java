package im.chrysalis.client.web;

import im.chrysalis.wire.xml.Markup;
import java.util.Optional;

/**
 * A SOAP request, ready to be posted.
 *
 * @param path at any host of the network
 * @param action the name of what is asked for; some services don't want one
 * @param cookies what older services know a visitor by
 * @param document the envelope
 */
public record Call(
    String path,
    String contentType,
    Optional<String> action,
    Optional<String> cookies,
    Markup document) {
  static final String SOAP_1_1 = "text/xml; charset=utf-8";
  static final String SOAP_1_2 = "application/soap+xml; charset=utf-8";

  static Call of(String path, String action, Markup document) {
    return new Call(path, SOAP_1_1, Optional.of(action), Optional.empty(), document);
  }

  Call withCookies(String them) {
    return new Call(path, contentType, action, Optional.of(them), document);
  }

  /** Not the document, which has a ticket or a password. */
  @Override
  public String toString() {
    return "Call[" + path + action.map(it -> " " + it).orElse("") + "]";
  }
}

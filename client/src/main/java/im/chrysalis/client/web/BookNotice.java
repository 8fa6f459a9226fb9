package im.chrysalis.client.web;

import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.MalformedXml;
import im.chrysalis.wire.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An alert of the notification server ({@code NOT}) that says that the address book was changed
 * somewhere else. What it says of itself is a document within a document.
 */
public final class BookNotice {
  private static final String SITE = "45705";
  private static final String BOOK_SERVICE = "ABCHInternal";

  private BookNotice() {}

  /** Whether an alert is one; there are others. */
  public static boolean is(byte[] alert) {
    try {
      Element notification = XmlReader.read(alert);
      Optional<String> body = notification.at("MSG", "BODY").map(Element::stripped);
      if (!SITE.equals(notification.attributes().get("siteid")) || body.isEmpty()) {
        return false;
      }
      return XmlReader.read(body.get().getBytes(StandardCharsets.UTF_8))
          .textAt("Service")
          .filter(BOOK_SERVICE::equals)
          .isPresent();
    } catch (MalformedXml noNotice) {
      return false;
    }
  }
}

package im.chrysalis.client.web;

import im.chrysalis.values.CircleId;
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

  /** The circle whose book was changed; nothing when an alert is of another kind. */
  public static Optional<CircleId> circle(byte[] alert) {
    return data(alert).flatMap(it -> it.textAt("CircleId")).flatMap(CircleId::parse);
  }

  /** Whether an alert is one; there are others. */
  public static boolean is(byte[] alert) {
    return data(alert).flatMap(it -> it.textAt("Service")).filter(BOOK_SERVICE::equals).isPresent();
  }

  private static Optional<Element> data(byte[] alert) {
    try {
      Element notification = XmlReader.read(alert);
      Optional<String> body = notification.at("MSG", "BODY").map(Element::stripped);
      return SITE.equals(notification.attributes().get("siteid")) && body.isPresent()
          ? Optional.of(XmlReader.read(body.get().getBytes(StandardCharsets.UTF_8)))
          : Optional.empty();
    } catch (MalformedXml noNotice) {
      return Optional.empty();
    }
  }
}

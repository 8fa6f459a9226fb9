package im.chrysalis.app;

import im.chrysalis.app.config.Choices;
import im.chrysalis.app.control.Office;
import im.chrysalis.app.operate.Exchange;
import im.chrysalis.app.operate.Order;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;

/** Has one order carried out, and gives back what came of it. */
final class Desk {
  private Desk() {}

  /** An order for which nothing is handed in or out. */
  static <R> R order(Place place, Order<R> order) throws Exception {
    return order(place, order, Reader.nullReader(), new StringWriter());
  }

  static <R> R order(Place place, Order<R> order, Reader incoming, Writer outgoing)
      throws Exception {
    try (Office office = Office.open(place.sources(Choices.NONE))) {
      return office.carryOut(order, Exchange.of(incoming, outgoing));
    }
  }
}

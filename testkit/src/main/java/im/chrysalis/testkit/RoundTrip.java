package im.chrysalis.testkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question whose answer proves that everything the server had to say before has arrived: PNG
 * where somebody has signed in, and an invitation to a malformed address (208) in a conversation,
 * whose members it does not reach.
 */
final class RoundTrip {
  private static final String TRID = "4294967295";

  private RoundTrip() {}

  /** Makes the round trip, if the other end answers one; what arrived before the answer stays. */
  static void pass(Connection connection) {
    switch (connection.stage()) {
      case GREETING -> {}
      case SIGNED_IN -> pass(connection, "PNG\r\n", "QNG( \\d+)?");
      case IN_CONVERSATION -> pass(connection, "CAL " + TRID + " @\r\n", "\\d{3} " + TRID);
    }
  }

  private static void pass(Connection connection, String question, String answer) {
    if (!connection.maySend()) {
      return;
    }
    try {
      connection.send(question);
    } catch (IOException _) {
      // closed by the server: reading says so
    }
    List<Arrival> before = new ArrayList<>();
    while (true) {
      Arrival arrival = connection.next();
      if (arrival instanceof Arrival.Command(Frame frame) && frame.line().matches(answer)) {
        break;
      }
      before.add(arrival);
      if (!(arrival instanceof Arrival.Command)) {
        break;
      }
    }
    connection.putBack(before);
  }

  /** The first thing that has arrived and was not read, after a round trip. */
  static Optional<Arrival> unexpectedOn(Connection connection) {
    pass(connection);
    return connection.firstPutBack();
  }
}

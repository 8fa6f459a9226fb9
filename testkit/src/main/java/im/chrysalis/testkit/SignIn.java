package im.chrysalis.testkit;

import im.chrysalis.testkit.Connection.NeverCame;
import java.io.IOException;

/** How somebody's client comes in, from the greeting to the first status. */
sealed interface SignIn permits Md5SignIn, TicketSignIn {
  /** The oldest version whose clients show a ticket. */
  int FIRST_WITH_TICKETS = 8;

  static boolean speaks(int dialect) {
    return dialect >= 2 && dialect <= 12;
  }

  /** The way of a dialect's clients. */
  static SignIn of(int dialect, Connection connection, Person person, Network network) {
    return dialect < FIRST_WITH_TICKETS
        ? new Md5SignIn(dialect, connection, person)
        : new TicketSignIn(dialect, connection, person, network);
  }

  /** From the greeting to the profile message. */
  void signIn() throws IOException, NeverCame;

  /** Fetches the lists and chooses a first status. */
  void comeOnline(String status) throws IOException, NeverCame;
}

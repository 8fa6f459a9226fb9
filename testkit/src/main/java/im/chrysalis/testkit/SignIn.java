package im.chrysalis.testkit;

import im.chrysalis.testkit.Connection.NeverCame;
import im.chrysalis.testkit.Step.Speaker;
import java.io.IOException;

/** How somebody's client comes in, from the greeting to the first status. */
sealed interface SignIn permits Md5SignIn, TicketSignIn {
  /** The oldest version whose clients show a ticket. */
  int FIRST_WITH_TICKETS = 8;

  /** The oldest version whose clients say where they are. */
  int FIRST_WITH_PLACES = 16;

  /** The version whose clients say how they are in documents. */
  int WITH_DOCUMENTS = 21;

  static boolean speaks(int dialect) {
    return (dialect >= 2 && dialect <= 18) || dialect == WITH_DOCUMENTS;
  }

  /** Whether the dialect's clients say where they are. */
  static boolean hasPlaces(int dialect) {
    return dialect >= FIRST_WITH_PLACES;
  }

  /** Whether the dialect's clients say how they are, and see others, in documents. */
  static boolean hasDocuments(int dialect) {
    return dialect >= WITH_DOCUMENTS;
  }

  /** The way of a dialect's clients. */
  static SignIn of(
      int dialect,
      Connection connection,
      Speaker speaker,
      Network network,
      Acquaintances acquaintances) {
    return dialect < FIRST_WITH_TICKETS
        ? new Md5SignIn(dialect, connection, Person.named(speaker.person()), network)
        : new TicketSignIn(dialect, connection, speaker, network, acquaintances);
  }

  /** From the greeting to the profile message. */
  void signIn() throws IOException, NeverCame;

  /** Fetches the lists, or says what they are, and chooses a first status. */
  void comeOnline(String status) throws IOException, NeverCame;
}

package im.chrysalis.testkit;

import java.io.IOException;

/**
 * One person of a pair with their client: what it says in its version, and what it must hear. What
 * is said takes effect before the method returns; what must be heard is waited for.
 */
sealed interface MatrixClient extends AutoCloseable permits LineClient, DocumentClient {
  /** A client that has connected and said nothing. */
  static MatrixClient of(TestServer server, Person person, String name, int version)
      throws IOException {
    Somebody somebody = Somebody.fresh(person, version, name);
    return SignIn.hasDocuments(version)
        ? new DocumentClient(server, somebody)
        : new LineClient(server, somebody);
  }

  /** Its owner as they are at the moment. */
  Somebody me();

  void comesOnline(Acquaintances known) throws Exception;

  // what it says of its owner

  void changesStatus(String status) throws IOException;

  /** Tells a personal message, if it can; whether it could. */
  boolean tells(String message) throws IOException;

  void takesName(String name) throws IOException;

  void blocks(MatrixClient other) throws IOException;

  void signsOff() throws IOException;

  // what it sees

  void seesItself();

  /** Itself, and the other, who was there already. */
  void seesAtFirst(MatrixClient other);

  void seesComing(MatrixClient other);

  void seesChanged(MatrixClient other);

  /** What the other tells, if it can. */
  void seesMessageOf(MatrixClient other);

  void seesLeaving(MatrixClient other);

  // talk

  /** Says something; the first thing begins a talk. */
  void says(Saying what, MatrixClient to) throws IOException;

  /** Is asked into a conversation by a client that needs one. */
  void isCalledBy(LineClient caller) throws IOException;

  void hears(Saying what, MatrixClient from) throws IOException;

  /** Ends the talk, if there is anything to end. */
  void leavesTalk() throws IOException;

  /** The other has ended the talk. */
  void seesLeavingTalk(MatrixClient other);

  /** Leaves a text for somebody who is not there. */
  void leaves(String text, MatrixClient reader) throws IOException;

  /** Hears what was left while it was not there. */
  void hearsWhatWasLeft(String text, MatrixClient from) throws IOException;

  /** Nothing has come that was not awaited. */
  void hearsNothingMore();

  @Override
  void close() throws IOException;
}

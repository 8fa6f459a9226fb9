package im.chrysalis.testkit;

import java.time.Duration;

/** One line of a transcript that does or expects something, with its payload. */
sealed interface Step {
  /** The line in the file, from 1. */
  int line();

  /** {@code alice connects to the switchboard}. */
  record Connect(int line, Speaker speaker, Where where) implements Step {}

  /** {@code alice hangs up}. */
  record HangUp(int line, Speaker speaker) implements Step {}

  /** {@code alice sends no more}. */
  record SendNoMore(int line, Speaker speaker) implements Step {}

  /** {@code alice > PNG}: a line, CR LF is added, and its payload. */
  record Send(int line, Speaker speaker, Template command, Template payload) implements Step {}

  /** {@code alice >> PNG\n}: exactly these bytes. */
  record SendBytes(int line, Speaker speaker, Template bytes) implements Step {}

  /**
   * {@code alice < QNG}.
   *
   * @param payload empty: any payload or none
   * @param anyOrder written {@code <*}: neighbours of the same speaker may come in any order
   */
  record Receive(int line, Speaker speaker, Template command, Template payload, boolean anyOrder)
      implements Step {}

  /** {@code alice < nothing}. */
  record ReceiveNothing(int line, Speaker speaker) implements Step {}

  /** {@code alice < (closed)}. */
  record ReceiveClosed(int line, Speaker speaker) implements Step {}

  /** {@code an hour passes}. */
  record TimePasses(int line, Duration time) implements Step {}

  /** {@code the server shuts down}. */
  record ShutDown(int line) implements Step {}

  /**
   * One connection of a person: {@code alice} is the one to the notification server, {@code
   * alice/sb}, {@code alice/2} and the like are others.
   */
  record Speaker(String person, String connection) {
    @Override
    public String toString() {
      return connection.isEmpty() ? person : person + "/" + connection;
    }
  }

  /** Where somebody connects to. */
  sealed interface Where {
    /** A server by its role. */
    record Role(ServerRole role) implements Where {}

    /** The address that a server gave. */
    record Referred(Template address) implements Where {}
  }

  /** The three servers. */
  enum ServerRole {
    DISPATCH("dispatch"),
    NOTIFICATION("notification"),
    SWITCHBOARD("switchboard");

    private final String word;

    ServerRole(String word) {
      this.word = word;
    }

    /** As in "the dispatch server", and the name that its address has in braces. */
    String word() {
      return word;
    }
  }
}

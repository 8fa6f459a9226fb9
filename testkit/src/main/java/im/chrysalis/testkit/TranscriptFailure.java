package im.chrysalis.testkit;

/** The server did not do what the transcript says; the message begins with its file and line. */
public final class TranscriptFailure extends AssertionError {
  private static final long serialVersionUID = 1L;

  TranscriptFailure(String where, String message) {
    super(where + ": " + message);
  }

  TranscriptFailure(String where, String message, Throwable cause) {
    super(where + ": " + message, cause);
  }
}

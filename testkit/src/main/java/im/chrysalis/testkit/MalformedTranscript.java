package im.chrysalis.testkit;

/** A transcript that can't be read; the message begins with its file and line. */
public final class MalformedTranscript extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedTranscript(String where, String complaint) {
    super(where + ": " + complaint);
  }
}

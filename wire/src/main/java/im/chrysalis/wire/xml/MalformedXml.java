package im.chrysalis.wire.xml;

/** A document that can't be read, or that is refused. Its message is for the log. */
public final class MalformedXml extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what is wrong, without citing anything of the document. */
  public MalformedXml(String message) {
    super(message, null, false, false);
  }
}

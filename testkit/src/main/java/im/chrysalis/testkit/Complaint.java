package im.chrysalis.testkit;

/** What is wrong with something in a transcript; whoever knows the line catches it and says so. */
abstract class Complaint extends Exception {
  private static final long serialVersionUID = 1L;

  private final String text;

  Complaint(String text) {
    super(text);
    this.text = text;
  }

  /** A sentence without its place. */
  final String text() {
    return text;
  }
}

package im.chrysalis.app.operate;

/** An order is not carried out. The message is one sentence for the operator. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  public Refused(String sentence) {
    super(sentence, null, false, false);
  }
}

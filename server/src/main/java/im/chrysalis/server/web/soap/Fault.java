package im.chrysalis.server.web.soap;

import im.chrysalis.wire.xml.Markup;

/**
 * Why an operation is not done, in the service's own terms.
 *
 * @param code the qualified code, such as {@code soap:Client}
 * @param text a sentence; some clients look for words in it
 * @param detail what stands in {@code detail}, where most clients look
 */
public record Fault(String code, String text, Markup detail) {
  /** The request is at fault, and there is no more to say of it. */
  public static Fault client(String text) {
    return new Fault("soap:Client", text, Markup.NONE);
  }

  /** This server is at fault; the same request may be asked again. */
  public static Fault unavailable() {
    return new Fault("soap:Server", "Temporarily unavailable", Markup.NONE);
  }

  /** The fault as an exception, thrown by whatever can't go on and caught by the service. */
  public Refused refused() {
    return new Refused(this);
  }

  /** An operation is refused. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    Refused(Fault fault) {
      super(fault.text(), null, false, false);
      this.fault = fault;
    }

    public Fault fault() {
      return fault;
    }
  }
}

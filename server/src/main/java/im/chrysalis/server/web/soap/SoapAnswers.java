package im.chrysalis.server.web.soap;

import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;

/**
 * The envelopes of answers.
 *
 * <p>COMPAT aMSN, JML, BitlBee, Miranda: the prefix is literally {@code soap}. COMPAT JML: without
 * the charset it reads ISO-8859-1.
 */
public final class SoapAnswers {
  private static final String TYPE = "text/xml; charset=utf-8";

  private static final Template ENVELOPE =
      Template.of(
          "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
              + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\""
              + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
              + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\">"
              + "{header}<soap:Body>{body}</soap:Body></soap:Envelope>");

  private static final Template HEADER = Template.of("<soap:Header>{header}</soap:Header>");

  private static final Template FAULT =
      Template.of(
          """
          <soap:Fault>
            <faultcode>{code}</faultcode>
            <faultstring>{text}</faultstring>
            <faultactor>{actor}</faultactor>
            <detail>{detail}</detail>
          </soap:Fault>
          """);

  private SoapAnswers() {}

  /** 200 with what was asked for. */
  public static HttpResponse answer(Markup header, Markup body) {
    return HttpResponse.ok(TYPE, ENVELOPE.fill(HEADER.fill(header), body).xml());
  }

  /**
   * 500 with a fault.
   *
   * @param actor the action that was asked for
   */
  public static HttpResponse fault(Fault fault, String actor) {
    return fault(FAULT.fill(fault.code(), fault.text(), actor, fault.detail()));
  }

  /**
   * 500 with a fault that is written elsewhere.
   *
   * @param fault the whole element {@code soap:Fault}
   */
  public static HttpResponse fault(Markup fault) {
    return HttpResponse.of(500, "Internal Server Error")
        .with("Content-Type", TYPE)
        .body(ENVELOPE.fill(Markup.NONE, fault).xml());
  }
}

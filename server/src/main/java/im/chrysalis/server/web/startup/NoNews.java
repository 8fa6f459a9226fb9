package im.chrysalis.server.web.startup;

import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.server.web.soap.Envelope;
import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.server.web.soap.SoapAnswers;
import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.MalformedXml;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.util.Set;

/** A service of things that this network does not have: every list of them is empty. */
final class NoNews {
  private static final Template EMPTY =
      Template.of("<{name}Response xmlns=\"{namespace}\"><{name}Result/></{name}Response>");

  private final Set<String> operations;

  /**
   * A service.
   *
   * @param operations what may be asked of it
   */
  NoNews(Set<String> operations) {
    this.operations = Set.copyOf(operations);
  }

  HttpResponse answer(HttpRequest request) {
    try {
      Element operation = Envelope.read(request.body()).operation();
      String name = operation.name();
      return operations.contains(name)
          ? SoapAnswers.answer(Markup.NONE, EMPTY.fill(name, operation.namespace(), name, name))
          : SoapAnswers.fault(Fault.client("No such operation"), request.path());
    } catch (MalformedXml malformed) {
      return SoapAnswers.fault(Fault.client("The request can't be read"), request.path());
    }
  }
}

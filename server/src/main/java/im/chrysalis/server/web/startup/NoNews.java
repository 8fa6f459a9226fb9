package im.chrysalis.server.web.startup;

import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.net.http.HttpService;
import im.chrysalis.server.web.soap.Envelope;
import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.server.web.soap.SoapAnswers;
import im.chrysalis.server.web.xml.Element;
import im.chrysalis.server.web.xml.MalformedXml;
import im.chrysalis.server.web.xml.Markup;
import im.chrysalis.server.web.xml.Template;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** A service of things that this network does not have: every list of them is empty. */
final class NoNews implements HttpService {
  private static final Template EMPTY =
      Template.of("<{name}Response xmlns=\"{namespace}\"><{name}Result/></{name}Response>");

  private final Set<String> operations;
  private final Executor workers;

  /**
   * A service.
   *
   * @param operations what may be asked of it
   */
  NoNews(Set<String> operations, Executor workers) {
    this.operations = Set.copyOf(operations);
    this.workers = workers;
  }

  @Override
  public CompletionStage<HttpResponse> answer(HttpRequest request) {
    return CompletableFuture.supplyAsync(() -> respond(request), workers);
  }

  private HttpResponse respond(HttpRequest request) {
    try {
      Element operation = Envelope.read(request.body()).operation();
      String name = operation.name();
      return operations.contains(name)
          ? SoapAnswers.answer(Markup.NONE, EMPTY.fill(name, operation.namespace(), name, name))
          : SoapAnswers.fault(fault("No such operation"), request.path());
    } catch (MalformedXml malformed) {
      return SoapAnswers.fault(fault("The request can't be read"), request.path());
    }
  }

  private static Fault fault(String text) {
    return new Fault("soap:Client", text, Markup.NONE);
  }
}

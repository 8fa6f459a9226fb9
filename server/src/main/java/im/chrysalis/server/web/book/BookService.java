package im.chrysalis.server.web.book;

import im.chrysalis.domain.person.People.NoSuchPerson;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.server.web.Asker;
import im.chrysalis.server.web.Links;
import im.chrysalis.server.web.Redirectors;
import im.chrysalis.server.web.Visitors;
import im.chrysalis.server.web.Waiting;
import im.chrysalis.server.web.soap.Envelope;
import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.server.web.soap.SoapAnswers;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.ContactId;
import im.chrysalis.wire.xml.MalformedXml;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what is posted to either service. What is asked for is said by the first element of the
 * body alone: COMPAT JML posts operations of one service to the other's path, and the field {@code
 * SOAPAction} comes in several forms.
 */
final class BookService {
  private static final Logger LOG = LoggerFactory.getLogger(BookService.class);
  private static final String ACTION = "http://www.msn.com/webservices/AddressBook/";

  private static final Template HEADER =
      Template.of(
          """
          <ServiceHeader xmlns="http://www.msn.com/webservices/AddressBook">
            <Version>15.01.1408.0000</Version><CacheKey>12r1:{key}</CacheKey>
            <CacheKeyChanged>true</CacheKeyChanged>{host}<SessionId>{session}</SessionId>
          </ServiceHeader>
          """);
  private static final Template HOST_NAME =
      Template.of("<PreferredHostName>{host}</PreferredHostName>");

  private final Map<String, Operation> operations;
  private final Visitors visitors;

  BookService(Map<String, Operation> operations, Visitors visitors) {
    this.operations = Map.copyOf(operations);
    this.visitors = visitors;
  }

  HttpResponse answer(HttpRequest request) {
    if (!request.method().equals("POST")) {
      return HttpResponse.of(405, "Method Not Allowed").with("Allow", "POST");
    }
    Optional<HttpResponse> elsewhere = Redirectors.elsewhere(request);
    if (elsewhere.isPresent()) {
      return elsewhere.get();
    }
    try {
      Envelope envelope = Envelope.read(request.body());
      Optional<String> ticket = PresentedTicket.in(request, envelope);
      return Asker.answering(ticket, () -> respond(request, envelope, ticket));
    } catch (MalformedXml malformed) {
      LOG.debug("book refused={} from={}", malformed.getMessage(), request.remote());
      return SoapAnswers.fault(BookFault.BAD_REQUEST.fault(), ACTION);
    }
  }

  private HttpResponse respond(HttpRequest request, Envelope envelope, Optional<String> ticket) {
    String name = envelope.operation().name();
    String client = Call.clientOf(envelope);
    try {
      Optional<AccountId> visitor = ticket.flatMap(it -> Waiting.on(visitors.of(it)));
      if (visitor.isEmpty()) {
        return notAdmitted(client, name);
      }
      Call call = new Call(visitor.get(), envelope.operation(), client, Call.scenarioOf(envelope));
      HttpResponse answer = respond(request, call, name);
      LOG.debug("book account={} operation={} status={}", call.visitor(), name, answer.status());
      return answer;
    } catch (RuntimeException failed) {
      if (failed instanceof CompletionException && failed.getCause() instanceof NoSuchPerson) {
        return notAdmitted(client, name); // the account was deleted after its ticket was made
      }
      LOG.error("book operation={} failed", name, failed);
      return HttpResponse.of(503, "Service Unavailable");
    }
  }

  private HttpResponse respond(HttpRequest request, Call call, String name) {
    Operation operation = operations.get(name);
    if (operation == null) {
      LOG.info("book account={} client={} unknown={}", call.visitor(), call.client(), name);
      return SoapAnswers.fault(BookFault.FORBIDDEN.fault(), ACTION + name);
    }
    try {
      return SoapAnswers.answer(header(request, call), operation.answer(call));
    } catch (Fault.Refused refused) {
      return SoapAnswers.fault(refused.fault(), ACTION + name);
    }
  }

  /**
   * The ticket holds no longer. COMPAT BitlBee, Miranda: they take this fault as a reason to get
   * new tickets. COMPAT libpurple: it takes any fault as a reason to ask again, and 401 as the end.
   */
  private static HttpResponse notAdmitted(String client, String name) {
    return Call.isLibpurple(client)
        ? HttpResponse.of(401, "Unauthorized")
        : SoapAnswers.fault(BookFault.PASSPORT_AUTH_FAIL.fault(), ACTION + name);
  }

  /** COMPAT aMSN: it goes on with the host it is told, so that is the one it has reached. */
  private static Markup header(HttpRequest request, Call call) {
    Markup host = Links.host(request).map(HOST_NAME::fill).orElse(Markup.NONE);
    ContactId session = new ContactId(call.visitor());
    return HEADER.fill(Long.toHexString(call.visitor().number()), host, session);
  }
}

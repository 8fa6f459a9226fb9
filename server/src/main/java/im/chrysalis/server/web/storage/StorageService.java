package im.chrysalis.server.web.storage;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.person.People.NoSuchPerson;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.server.web.Asker;
import im.chrysalis.server.web.Cookies;
import im.chrysalis.server.web.Redirectors;
import im.chrysalis.server.web.Visitors;
import im.chrysalis.server.web.Waiting;
import im.chrysalis.server.web.soap.Envelope;
import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.server.web.soap.SoapAnswers;
import im.chrysalis.values.AccountId;
import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.MalformedXml;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what is posted to the storage. Both generations of clients have a namespace of their own
 * and want it back.
 *
 * @see <a href="../../../../../../../../../docs/protocol/storage.md">docs/protocol/storage.md</a>
 */
final class StorageService {
  private static final Logger LOG = LoggerFactory.getLogger(StorageService.class);
  private static final String NAMESPACE = "http://www.msn.com/webservices/storage/w10";

  private static final Template DONE = Template.of("<{name}Response xmlns=\"{namespace}\"/>");

  private static final Template CREATED =
      Template.of(
          """
          <{name}Response xmlns="{namespace}"><{name}Result>{id}</{name}Result></{name}Response>
          """);

  private static final Template PROFILE =
      Template.of("<GetProfileResponse xmlns=\"{namespace}\">{result}</GetProfileResponse>");

  private static final Template DOCUMENTS =
      Template.of(
          """
          <FindDocumentsResponse xmlns="{namespace}">
          <FindDocumentsResult>{documents}</FindDocumentsResult></FindDocumentsResponse>
          """);

  private final ProfileKeeper keeper;
  private final ProfileMarkup markup;
  private final Visitors visitors;

  StorageService(ProfileKeeper keeper, ProfileMarkup markup, Visitors visitors) {
    this.keeper = keeper;
    this.markup = markup;
    this.visitors = visitors;
  }

  HttpResponse answer(HttpRequest request) {
    Optional<HttpResponse> elsewhere = Redirectors.elsewhere(request);
    if (elsewhere.isPresent()) {
      return elsewhere.get();
    }
    Envelope envelope;
    try {
      envelope = Envelope.read(request.body());
    } catch (MalformedXml malformed) {
      LOG.debug("storage refused={} from={}", malformed.getMessage(), request.remote());
      return fault(StorageFault.BAD_REQUEST, NAMESPACE, "");
    }
    Optional<String> ticket = ticket(envelope).or(() -> Cookies.ticket(request));
    return Asker.answering(ticket, () -> respond(request, envelope, ticket));
  }

  private HttpResponse respond(HttpRequest request, Envelope envelope, Optional<String> ticket) {
    Element operation = envelope.operation();
    String namespace = operation.namespace().isEmpty() ? NAMESPACE : operation.namespace();
    try {
      AccountId visitor =
          ticket
              .flatMap(it -> Waiting.on(visitors.of(it)))
              .orElseThrow(StorageFault.ACCESS_DENIED::refusal);
      Account owner = keeper.account(visitor);
      Markup answer = perform(request, owner, operation, namespace);
      LOG.debug("storage account={} operation={}", visitor, operation.name());
      return SoapAnswers.answer(ProfileMarkup.header(namespace, owner, ticket(envelope)), answer);
    } catch (StorageFault.Refusal refusal) {
      LOG.debug("storage operation={} refused={}", operation.name(), refusal.fault());
      return fault(refusal.fault(), namespace, operation.name());
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof NoSuchPerson) {
        return fault(StorageFault.ACCESS_DENIED, namespace, operation.name());
      }
      LOG.error("storage operation={} failed", operation.name(), failed.getCause());
      return SoapAnswers.fault(Fault.unavailable(), namespace);
    }
  }

  private static Optional<String> ticket(Envelope envelope) {
    return envelope.header().textAt("StorageUserHeader", "TicketToken");
  }

  private Markup perform(HttpRequest request, Account owner, Element operation, String namespace)
      throws StorageFault.Refusal {
    String name = operation.name();
    switch (name) {
      case "GetProfile" -> {
        return PROFILE.fill(namespace, markup.profile(owner, keeper.profile(owner), request));
      }
      case "FindDocuments" -> {
        return DOCUMENTS.fill(
            namespace,
            keeper
                .profile(owner)
                .picture()
                .map(it -> ProfileMarkup.document(owner, it))
                .orElse(Markup.NONE));
      }
      case "CreateProfile" -> {
        keeper.update(owner, operation);
        return created(name, namespace, ResourceId.profile(owner.cid()));
      }
      case "CreateDocument" -> {
        int number = keeper.show(owner, operation);
        return created(name, namespace, ResourceId.picture(owner.cid(), number));
      }
      case "UpdateProfile" -> keeper.update(owner, operation);
      case "UpdateDocument" -> keeper.show(owner, operation);
      case "CreateRelationships" -> keeper.relate(owner, operation);
      case "DeleteRelationships" -> keeper.unrelate(owner, operation);
      default -> throw StorageFault.FORBIDDEN.refusal(); // ShareItem, GetItemVersion
    }
    return DONE.fill(name, namespace);
  }

  private static Markup created(String name, String namespace, ResourceId id) {
    return CREATED.fill(name, namespace, name, id, name, name);
  }

  private static HttpResponse fault(StorageFault why, String namespace, String operation) {
    return SoapAnswers.fault(why.fault(namespace), namespace + "/" + operation);
  }
}

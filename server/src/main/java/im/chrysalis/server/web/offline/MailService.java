package im.chrysalis.server.web.offline;

import im.chrysalis.domain.offline.OfflineMessages;
import im.chrysalis.domain.person.People;
import im.chrysalis.domain.person.People.NoSuchPerson;
import im.chrysalis.domain.person.Request;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.server.web.Links;
import im.chrysalis.server.web.Visitors;
import im.chrysalis.server.web.Waiting;
import im.chrysalis.server.web.soap.Envelope;
import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.server.web.soap.SoapAnswers;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Guid;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.MalformedXml;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists, hands over and deletes what waits for the one who asks: {@code GetMetadata}, {@code
 * GetMessage}, {@code DeleteMessages}, since MSNP11.
 *
 * @see <a
 *     href="../../../../../../../../../docs/protocol/offline-messages.md">docs/protocol/offline-messages.md</a>
 */
final class MailService {
  private static final Logger LOG = LoggerFactory.getLogger(MailService.class);
  private static final String NAMESPACE = "http://www.hotmail.msn.com/ws/2004/09/oim/rsi";

  // COMPAT JML, aMSN: MD is the first child, with nothing in front of it
  private static final Template METADATA =
      Template.of("<GetMetadataResponse xmlns=\"" + NAMESPACE + "\">{data}</GetMetadataResponse>");

  // COMPAT emesene: no prefix
  private static final Template MESSAGE =
      Template.of(
          "<GetMessageResponse xmlns=\""
              + NAMESPACE
              + "\"><GetMessageResult>{mail}</GetMessageResult></GetMessageResponse>");

  private static final Markup DELETED =
      new Markup("<DeleteMessagesResponse xmlns=\"" + NAMESPACE + "\"/>");

  private static final Template AUTHENTICATION =
      Template.of(
          """
          <soap:Fault><faultcode xmlns:q0="{namespace}">q0:AuthenticationFailed</faultcode>
          <faultstring>No valid ticket</faultstring><detail>
          <RequiredAuthPolicy xmlns="{namespace}">MBI</RequiredAuthPolicy></detail></soap:Fault>
          """);

  private final People people;
  private final OfflineMessages messages;
  private final Visitors visitors;

  MailService(People people, OfflineMessages messages, Visitors visitors) {
    this.people = people;
    this.messages = messages;
    this.visitors = visitors;
  }

  HttpResponse answer(HttpRequest request) {
    try {
      Envelope envelope = Envelope.read(request.body());
      Optional<AccountId> visitor = visitor(envelope.header());
      if (visitor.isEmpty()) {
        return notAdmitted();
      }
      return SoapAnswers.answer(Markup.NONE, perform(request, visitor.get(), envelope.operation()));
    } catch (MalformedXml malformed) {
      LOG.debug("rsi refused={} from={}", malformed.getMessage(), request.remote());
      return schemaError();
    } catch (Fault.Refused refused) {
      return SoapAnswers.fault(refused.fault(), NAMESPACE);
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof NoSuchPerson) {
        return notAdmitted(); // the account was deleted after its ticket was made
      }
      LOG.error("rsi failed", failed.getCause());
      return SoapAnswers.fault(Fault.unavailable(), NAMESPACE);
    }
  }

  private Optional<AccountId> visitor(Element header) {
    return header.textAt("PassportCookie", "t").flatMap(it -> Waiting.on(visitors.of(it)));
  }

  private Markup perform(HttpRequest request, AccountId owner, Element operation)
      throws Fault.Refused {
    return switch (operation.name()) {
      case "GetMetadata" ->
          METADATA.fill(
              new Markup(Letters.mailData(Waiting.on(messages.waiting(owner))).metadata()));
      case "GetMessage" -> message(request, owner, operation);
      case "DeleteMessages" -> delete(owner, operation);
      default -> throw schemaFault().refused();
    };
  }

  private Markup message(HttpRequest request, AccountId owner, Element operation)
      throws Fault.Refused {
    EmailAddress address =
        Waiting.on(people.ask(owner, new Request.ReadRoster())).account().card().address();
    MimeMessage mail =
        operation
            .textAt("messageId")
            .flatMap(Guid::parse)
            .flatMap(id -> Waiting.on(messages.read(owner, id)))
            .map(it -> Letters.mail(it, address, host(request)).message())
            .orElseThrow(() -> Fault.client("Message not found").refused());
    String text = new String(mail.bytes(), StandardCharsets.UTF_8);
    return MESSAGE.fill(text.replace("\r\n", "\n")); // a CR would become a character reference
  }

  /** What is there no more was deleted by another client of the same person. */
  private Markup delete(AccountId owner, Element operation) {
    Set<UUID> ids = new HashSet<>();
    operation
        .items("messageIds", "messageId")
        .forEach(element -> Guid.parse(element.stripped()).ifPresent(ids::add));
    if (!ids.isEmpty()) {
      Waiting.on(people.ask(owner, new Request.TakeMessages(ids)));
      LOG.debug("rsi account={} taken={}", owner, ids.size());
    }
    return DELETED;
  }

  private static String host(HttpRequest request) {
    return Links.host(request).orElseGet(() -> request.local().getAddress().getHostAddress());
  }

  private static HttpResponse notAdmitted() {
    return SoapAnswers.fault(AUTHENTICATION.fill(NAMESPACE, NAMESPACE));
  }

  private static HttpResponse schemaError() {
    return SoapAnswers.fault(schemaFault(), NAMESPACE);
  }

  private static Fault schemaFault() {
    return Fault.client("Schema validation error");
  }
}

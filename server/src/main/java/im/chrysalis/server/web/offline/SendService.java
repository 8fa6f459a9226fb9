package im.chrysalis.server.web.offline;

import im.chrysalis.domain.account.Accounts;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.Refusal;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.domain.person.Outcome;
import im.chrysalis.domain.person.People;
import im.chrysalis.domain.person.People.NoSuchPerson;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.server.access.RateLimit;
import im.chrysalis.server.web.Visitors;
import im.chrysalis.server.web.Waiting;
import im.chrysalis.server.web.soap.Envelope;
import im.chrysalis.server.web.soap.SoapAnswers;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.payload.OfflineText;
import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.MalformedXml;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes offline messages: {@code Store} and {@code Store2}, MSNP13 to 15.
 *
 * <p>COMPAT Pidgin, JML: they send elements of one namespace and name another one as their action,
 * and JML looks for its own in the answer. So it is the elements' that is given back.
 *
 * @see <a
 *     href="../../../../../../../../../docs/protocol/offline-messages.md">docs/protocol/offline-messages.md</a>
 */
final class SendService {
  private static final Logger LOG = LoggerFactory.getLogger(SendService.class);
  private static final String NAMESPACE = "http://messenger.msn.com/ws/2004/09/oim/";
  private static final String ACTOR = "https://ows.messenger.msn.com/OimWS/oim.asmx";

  private static final Template ACKNOWLEDGMENT =
      Template.of(
          """
          <SequenceAcknowledgment xmlns="http://schemas.xmlsoap.org/ws/2003/03/rm">
          <Identifier xmlns="http://schemas.xmlsoap.org/ws/2002/07/utility">{identifier}</Identifier>
          <AcknowledgmentRange Upper="{number}" Lower="{number}"/></SequenceAcknowledgment>
          """);

  private static final Template STORED =
      Template.of(
          """
          <StoreResponse xmlns="{namespace}"><PointsConsumed>0</PointsConsumed></StoreResponse>
          """);

  private final Accounts accounts;
  private final People people;
  private final Visitors visitors;
  private final LockKey lockKey;
  private final RateLimit limit;
  private final Timer timer;

  SendService(
      Accounts accounts,
      People people,
      Visitors visitors,
      LockKey lockKey,
      RateLimit limit,
      Timer timer) {
    this.accounts = accounts;
    this.people = people;
    this.visitors = visitors;
    this.lockKey = lockKey;
    this.limit = limit;
    this.timer = timer;
  }

  HttpResponse answer(HttpRequest request) {
    Envelope envelope;
    try {
      envelope = Envelope.read(request.body());
    } catch (MalformedXml malformed) {
      LOG.debug("oim refused={} from={}", malformed.getMessage(), request.remote());
      return SoapAnswers.fault(SendFault.invalidContent().markup(NAMESPACE, ACTOR));
    }
    String namespace = namespace(envelope.header());
    try {
      send(envelope);
      return SoapAnswers.answer(acknowledgment(envelope.header()), STORED.fill(namespace));
    } catch (SendFault fault) {
      LOG.debug("oim refused={} from={}", fault.getMessage(), request.remote());
      return SoapAnswers.fault(fault.markup(namespace, ACTOR));
    } catch (CompletionException failed) {
      if (!(failed.getCause() instanceof NoSuchPerson)) { // deleted while it was under way
        LOG.error("oim could not be kept", failed.getCause());
      }
      return SoapAnswers.fault(SendFault.unavailable().markup(namespace, ACTOR));
    }
  }

  private void send(Envelope envelope) throws SendFault {
    Element header = envelope.header();
    Card sender = sender(header);
    lockKey.check(
        sender.id(), attribute(header, "Ticket", "appid"), attribute(header, "Ticket", "lockkey"));
    if (!limit.admits(sender.id())) {
      throw SendFault.tooFast();
    }
    OfflineMessage message = message(sender, envelope);
    Card recipient =
        card(attribute(header, "To", "memberName")).orElseThrow(SendFault::unavailable);
    switch (Waiting.on(people.ask(recipient.id(), new Request.LeaveMessage(message)))) {
      case Outcome.Done _ -> LOG.debug("oim account={} to={} kept", sender.id(), recipient.id());
      case Outcome.Refused(Refusal why) -> {
        if (!Letters.seemsKept(why)) {
          LOG.debug("oim account={} to={} refused={}", sender.id(), recipient.id(), why);
          throw SendFault.unavailable();
        }
      }
    }
  }

  private Card sender(Element header) throws SendFault {
    Optional<String> ticket = attribute(header, "Ticket", "passport");
    Optional<AccountId> visitor =
        ticket.isEmpty() ? Optional.empty() : Waiting.on(visitors.of(ticket.get()));
    if (visitor.isEmpty()) {
      throw SendFault.ticket();
    }
    return card(attribute(header, "From", "memberName"))
        .filter(card -> card.id().equals(visitor.get()))
        .orElseThrow(SendFault::ticket);
  }

  private Optional<Card> card(Optional<String> address) {
    return address.flatMap(EmailAddress::parse).flatMap(it -> Waiting.on(accounts.byAddress(it)));
  }

  private OfflineMessage message(Card sender, Envelope envelope) throws SendFault {
    try {
      OfflineText text = OfflineText.read(envelope.body().textAt("Content").orElse(""));
      return Letters.message(sender, text, timer.now());
    } catch (MalformedCommand malformed) {
      LOG.debug("oim account={} malformed={}", sender.id(), malformed.getMessage());
      throw SendFault.invalidContent();
    }
  }

  private static String namespace(Element header) {
    return header
        .child("From")
        .or(() -> header.child("Ticket"))
        .map(Element::namespace)
        .filter(it -> !it.isEmpty())
        .orElse(NAMESPACE);
  }

  private static Optional<String> attribute(Element header, String element, String name) {
    return header.child(element).map(it -> it.attributes().getOrDefault(name, ""));
  }

  private static Markup acknowledgment(Element header) {
    String number = header.textAt("Sequence", "MessageNumber").orElse("1");
    String identifier = header.textAt("Sequence", "Identifier").orElse("http://messenger.msn.com");
    return ACKNOWLEDGMENT.fill(identifier, number, number);
  }
}

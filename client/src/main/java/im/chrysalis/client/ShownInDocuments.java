package im.chrysalis.client;

import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointDetails;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Status;
import im.chrysalis.wire.Abilities;
import im.chrysalis.wire.command.ClientCommand.Publish;
import im.chrysalis.wire.payload.MsnObject;
import im.chrysalis.wire.routed.RoutedAddress;
import im.chrysalis.wire.routed.RoutedMessage;
import im.chrysalis.wire.routed.UserDocument;
import im.chrysalis.wire.routed.UserDocument.PlaceService;
import im.chrysalis.wire.routed.UserDocument.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A document that says what has changed, published to oneself.
 *
 * @see <a href="../../../../../../../docs/protocol/routed.md#presence">docs/protocol/routed.md</a>
 */
final class ShownInDocuments implements Showing {
  static final String USER = "/user";

  private final RoutedAddress self;
  private final RoutedAddress here;
  private final Session session;
  private final Machine machine;

  ShownInDocuments(EmailAddress self, EndpointId place, Session session, Machine machine) {
    this.self = RoutedAddress.of(self);
    here = RoutedAddress.of(self, Optional.of(place));
    this.session = session;
    this.machine = machine;
  }

  @Override
  public CompletionStage<Outcome> begin(Look look, Optional<String> name) {
    Map<String, String> looks = new LinkedHashMap<>();
    looks.put("UserTileLocation", look.picture().map(MsnObject::toString).orElse(""));
    name.ifPresent(it -> looks.put("FriendlyName", it));
    looks.putAll(told(look.message()));
    Map<String, String> talk = new LinkedHashMap<>();
    talk.put("Status", look.status().code());
    talk.put("CurrentMedia", look.message().media());
    Capabilities abilities = Capabilities.of(look.abilities());
    return publish(
        List.of(new Service(UserDocument.IM, talk), new Service(UserDocument.PE, looks)),
        List.of(
            able(UserDocument.IM, abilities),
            able(UserDocument.PE, new Capabilities(0, 0)),
            described(look.status())));
  }

  private static PlaceService able(String service, Capabilities abilities) {
    return ofThisPlace(service, Map.of("Capabilities", Abilities.text(abilities)));
  }

  private PlaceService described(Status status) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("ClientType", EndpointDetails.NONE.clientType());
    facts.put("EpName", machine.name());
    facts.put("Idle", Boolean.toString(status == Status.IDLE));
    facts.put("State", status.code());
    return ofThisPlace(UserDocument.PD, facts);
  }

  private static PlaceService ofThisPlace(String service, Map<String, String> facts) {
    return new PlaceService(service, Optional.empty(), facts);
  }

  @Override
  public CompletionStage<Outcome> status(Look look) {
    return publish(
        List.of(new Service(UserDocument.IM, Map.of("Status", look.status().code()))),
        List.of(described(look.status())));
  }

  @Override
  public CompletionStage<Outcome> message(Look look) {
    return publish(
        List.of(
            new Service(UserDocument.IM, Map.of("CurrentMedia", look.message().media())),
            new Service(UserDocument.PE, told(look.message()))),
        List.of());
  }

  private static Map<String, String> told(PersonalMessage message) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("PSM", message.text());
    facts.putAll(message.more());
    return facts;
  }

  @Override
  public CompletionStage<Outcome> name(String name) {
    return publish(List.of(new Service(UserDocument.PE, Map.of("FriendlyName", name))), List.of());
  }

  private CompletionStage<Outcome> publish(List<Service> services, List<PlaceService> places) {
    RoutedMessage message =
        RoutedMessage.publication(
            here,
            self,
            USER,
            UserDocument.CONTENT_TYPE,
            new UserDocument(services, places).bytes());
    return session.ask(trId -> new Publish(trId, message.bytes())).thenApply(Reply::outcome);
  }
}

package im.chrysalis.server.notification;

import im.chrysalis.domain.contact.View;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionEvent.ContactSeen;
import im.chrysalis.domain.person.SessionEvent.Place;
import im.chrysalis.domain.person.SessionEvent.SelfSeen;
import im.chrysalis.values.Endpoint;
import im.chrysalis.values.EndpointDetails;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Status;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.payload.PersonalData;
import im.chrysalis.wire.routed.RoutedAddress;
import im.chrysalis.wire.routed.RoutedMessage;
import im.chrysalis.wire.routed.UserDocument;
import im.chrysalis.wire.routed.UserDocument.PlaceService;
import im.chrysalis.wire.routed.UserDocument.Service;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How people appear, as documents.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/routed.md#presence">docs/protocol/routed.md</a>
 */
final class DocumentPresence {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentPresence.class);
  static final String USER = "/user";

  /** Somebody who is there no more. */
  static final byte[] AWAY =
      new UserDocument(List.of(Service.named(UserDocument.IM)), List.of()).bytes();

  private final Client client;
  private final Online online;
  private final PresenceCommands looks;
  private PersonalMessage told = PersonalMessage.NONE;
  private EndpointDetails details = EndpointDetails.NONE;
  private Optional<String> picture = Optional.empty();
  private List<EndpointId> ownPlaces = List.of();

  DocumentPresence(Client client, Online online, PresenceCommands looks) {
    this.client = client;
    this.online = online;
    this.looks = looks;
  }

  // what the client says of its owner

  /** Takes over what the document says; what it does not say stays as it is. */
  void publish(TrId trId, RoutedMessage message) {
    UserDocument said;
    try {
      said = UserDocument.read(message.body());
    } catch (MalformedCommand fault) {
      LOG.debug("connection={} {}", client.connection().id(), fault.getMessage());
      client.refuse(Refusals.BAD_PARAMETER, trId);
      return;
    }
    if (said.status().equals(Optional.of(Status.OFFLINE))) {
      client.refuse(Refusals.BAD_PARAMETER, trId);
      return;
    }
    client.await(
        renamed(said).thenCompose(_ -> placed(said)).thenCompose(_ -> told(said)),
        trId,
        _ -> appear(trId, said));
  }

  private CompletionStage<?> renamed(UserDocument said) {
    Optional<String> name =
        said.friendlyName()
            .filter(it -> !it.isBlank() && !it.equals(online.card().name()))
            .filter(it -> !ContactCommands.isTooLong(EncodedText.of(it)));
    name.ifPresent(online::renamed);
    return name.<CompletionStage<?>>map(it -> ask(online.own(new Request.Rename(it))))
        .orElse(nothing());
  }

  private CompletionStage<?> placed(UserDocument said) {
    Optional<EndpointDetails> described = described(said);
    described.ifPresent(it -> details = it);
    said.capabilities().ifPresent(online::capabilities);
    return said.capabilities().isPresent()
            || said.peCapabilities().isPresent()
            || described.isPresent()
        ? ask(
            new Request.TellPlace(
                online.session(), said.capabilities(), said.peCapabilities(), described))
        : nothing();
  }

  private Optional<EndpointDetails> described(UserDocument said) {
    return said.places().stream().flatMap(place -> place.details(details).stream()).findFirst();
  }

  private CompletionStage<?> told(UserDocument said) {
    Map<String, String> more = new LinkedHashMap<>(told.more());
    said.service(UserDocument.PE)
        .ifPresent(facts -> {
          more.putAll(facts);
          more.keySet().retainAll(PersonalData.FURTHER);
        });
    PersonalMessage now =
        new PersonalMessage(
            said.personalMessage().orElse(told.text()),
            said.currentMedia().orElse(told.media()),
            more);
    if (now.equals(told)) {
      return nothing();
    }
    told = now;
    return ask(new Request.TellMessage(online.session(), now));
  }

  private void appear(TrId trId, UserDocument said) {
    said.picture().ifPresent(xml -> picture = Optional.of(xml).filter(it -> !it.isBlank()));
    Runnable answer = () -> client.say(new ServerEvent.PublishTaken(trId, new byte[0]));
    Status status = said.status().orElse(online.status());
    if (status == Status.OFFLINE || !saysLooks(said)) {
      answer.run(); // there is no status yet, or it is none of its matters
      return;
    }
    looks.appear(
        trId,
        status,
        online.capabilities(),
        picture.map(xml -> EncodedText.strict(xml).word()),
        answer);
  }

  /** Whether it says anything of what belongs to a status. */
  private static boolean saysLooks(UserDocument said) {
    return said.status().isPresent()
        || said.picture().isPresent()
        || said.capabilities().isPresent();
  }

  private CompletionStage<?> ask(Request<?> request) {
    return client.backbone().people().ask(online.account(), request);
  }

  private static CompletionStage<?> nothing() {
    return CompletableFuture.completedFuture(true);
  }

  /** {@code <user><sep n="IM" epid="{GUID}"/></user>}: a place is to sign out. */
  void withdraw(TrId trId, RoutedMessage message) {
    Optional<EndpointId> place;
    try {
      place =
          UserDocument.read(message.body()).places().stream()
              .flatMap(it -> it.place().stream())
              .findFirst();
    } catch (MalformedCommand fault) {
      LOG.debug("connection={} {}", client.connection().id(), fault.getMessage());
      client.refuse(Refusals.BAD_PARAMETER, trId);
      return;
    }
    if (place.isEmpty() || place.equals(online.place())) {
      client.say(new ServerEvent.WithdrawTaken(trId));
      client.close();
      return;
    }
    client.await(
        client
            .backbone()
            .people()
            .ask(
                online.account(),
                new Request.PassNote(
                    online.card(),
                    online.place(),
                    place,
                    NoteCommands.SIGN_OUT,
                    NoteCommands.GOODBYE)),
        trId,
        _ -> client.say(new ServerEvent.WithdrawTaken(trId)));
  }

  // what the client is told

  /** When the profile of the client's owner may have changed; a client fetches it again then. */
  void welcome() {
    String now = client.backbone().timer().now().truncatedTo(ChronoUnit.SECONDS).toString();
    UserDocument profile =
        new UserDocument(List.of(new Service(UserDocument.PF, Map.of("@ts", now))), List.of());
    RoutedAddress me = RoutedAddress.of(online.card().address());
    client.say(new ServerEvent.Published(notification(me, me, "Full", profile).bytes()));
  }

  /** A contact appears otherwise than before. */
  void seen(ContactSeen it) {
    View now = it.now();
    Optional<View> before = it.mark().isPresent() ? Optional.empty() : it.before();
    if (now.isOnline()) {
      if (before.filter(View::isOnline).isEmpty()) {
        say(now, "Full");
      } else if (!now.isSameAs(before.get())) {
        left(before.get(), now);
        say(now, "Partial");
      }
    } else if (it.mark().isEmpty() && (it.before().isEmpty() || it.before().get().isOnline())) {
      client.backbone().meters().presenceSent();
      client.say(
          new ServerEvent.Withdrawn(
              notification(
                      RoutedAddress.of(now.card().address()),
                      RoutedAddress.of(online.card().address()),
                      "Full",
                      AWAY)
                  .bytes()));
    }
  }

  private void say(View contact, String notifType) {
    client.backbone().meters().presenceSent();
    client.say(
        new ServerEvent.Published(
            notification(
                    RoutedAddress.of(contact.card().address()),
                    RoutedAddress.of(online.card().address()),
                    notifType,
                    document(contact))
                .bytes()));
  }

  /** Places at which a contact is no more. */
  private void left(View before, View now) {
    List<PlaceService> gone =
        before.places().stream()
            .map(Endpoint::id)
            .filter(id -> now.places().stream().noneMatch(place -> place.id().equals(id)))
            .map(id -> PlaceService.named(UserDocument.IM, id))
            .toList();
    if (!gone.isEmpty()) {
      client.say(
          new ServerEvent.Withdrawn(
              notification(
                      RoutedAddress.of(now.card().address()),
                      RoutedAddress.of(online.card().address()),
                      "Partial",
                      new UserDocument(List.of(), gone))
                  .bytes()));
    }
  }

  /** The client's owner as they appear, and all their places. */
  void self(SelfSeen it) {
    RoutedAddress me = RoutedAddress.of(online.card().address());
    List<EndpointId> now = it.places().stream().map(place -> place.endpoint().id()).toList();
    List<PlaceService> gone =
        ownPlaces.stream()
            .filter(id -> !now.contains(id))
            .map(id -> PlaceService.named(UserDocument.PD, id))
            .toList();
    ownPlaces = now;
    if (!gone.isEmpty()) {
      client.say(
          new ServerEvent.Withdrawn(
              notification(me, online.here(), "Partial", new UserDocument(List.of(), gone))
                  .bytes()));
    }
    UserDocument looks = looks(it.self());
    List<PlaceService> places = new ArrayList<>();
    for (Place place : it.places()) {
      places.addAll(abilities(place.endpoint()));
      places.add(PlaceService.described(place.endpoint().id(), place.details()));
    }
    client.say(
        new ServerEvent.Published(
            notification(me, online.here(), "Full", new UserDocument(looks.services(), places))
                .bytes()));
  }

  /** How somebody appears, made once for all who see it. */
  static byte[] document(View contact) {
    return contact.<byte[]>rendered(DocumentPresence.class, it -> looks(it).bytes());
  }

  private static UserDocument looks(View contact) {
    Map<String, String> talk = new LinkedHashMap<>();
    talk.put("Status", contact.status().code());
    talk.put("CurrentMedia", contact.message().media());
    Map<String, String> looks = new LinkedHashMap<>();
    looks.put(
        "UserTileLocation", contact.picture().map(it -> EncodedText.raw(it).text()).orElse(""));
    looks.put("FriendlyName", contact.card().name());
    looks.put("PSM", contact.message().text());
    PersonalData.FURTHER.forEach(name -> {
      String value = contact.message().more().get(name);
      if (value != null) {
        looks.put(name, value);
      }
    });
    List<PlaceService> places = new ArrayList<>();
    List<Endpoint> all =
        contact.places().isEmpty()
            ? List.of(new Endpoint(EndpointId.NOWHERE, contact.capabilities()))
            : contact.places();
    all.forEach(place -> places.addAll(abilities(place)));
    return new UserDocument(
        List.of(new Service(UserDocument.IM, talk), new Service(UserDocument.PE, looks)), places);
  }

  private static List<PlaceService> abilities(Endpoint place) {
    return List.of(
        PlaceService.able(UserDocument.IM, place.id(), place.capabilities()),
        PlaceService.able(UserDocument.PE, place.id(), place.expression()));
  }

  static RoutedMessage notification(
      RoutedAddress from, RoutedAddress to, String notifType, UserDocument document) {
    return notification(from, to, notifType, document.bytes());
  }

  static RoutedMessage notification(
      RoutedAddress from, RoutedAddress to, String notifType, byte[] document) {
    return RoutedMessage.notification(
        from, to, USER, notifType, UserDocument.CONTENT_TYPE, document);
  }
}

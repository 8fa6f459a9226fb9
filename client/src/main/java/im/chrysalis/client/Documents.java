package im.chrysalis.client;

import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointDetails;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.payload.MsnObject;
import im.chrysalis.wire.payload.PersonalData;
import im.chrysalis.wire.routed.RoutedMessage;
import im.chrysalis.wire.routed.UserDocument;
import im.chrysalis.wire.routed.UserDocument.PlaceService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What documents tell of friends and of the account's own places. What a document does not say
 * stays as it was. Lives on the messenger's turn.
 *
 * @see <a href="../../../../../../../docs/protocol/routed.md#presence">docs/protocol/routed.md</a>
 */
final class Documents {
  private static final Logger LOG = LoggerFactory.getLogger(Documents.class);
  private static final String FULL = "Full";

  private final EmailAddress self;
  private final EndpointId here;
  private final Book book;
  private final Consumer<List<Place>> tellPlaces;
  private final Map<EndpointId, Place> places = new LinkedHashMap<>();

  Documents(EmailAddress self, EndpointId here, Book book, Consumer<List<Place>> tellPlaces) {
    this.self = self;
    this.here = here;
    this.book = book;
    this.tellPlaces = tellPlaces;
  }

  /** Somebody appears so. */
  void published(EmailAddress who, RoutedMessage message) {
    read(message)
        .ifPresent(document -> {
          if (!who.equals(self)) {
            boolean isFull = isFull(message);
            book.seen(who, before -> seen(before, document, isFull));
          } else if (!document.places().isEmpty()) {
            ownPlaces(document, isFull(message));
          }
        });
  }

  /**
   * Somebody appears so no longer.
   *
   * @return whether this place is asked to sign out
   */
  boolean withdrawn(EmailAddress who, RoutedMessage message) {
    Optional<UserDocument> read = read(message);
    if (read.isEmpty()) {
      return false;
    }
    if (who.equals(self)) {
      return ownPlacesGone(read.get());
    }
    if (read.get().service(UserDocument.IM).isPresent()) {
      book.wentOffline(who);
    }
    return false;
  }

  /** Whether a message says all that there is. */
  static boolean isFull(RoutedMessage message) {
    return message.header("NotifType").filter(FULL::equalsIgnoreCase).isPresent();
  }

  /** Somebody's documents are theirs, and nonsense in them no reason to part from the server. */
  static Optional<UserDocument> read(RoutedMessage message) {
    if (message.body().length == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(UserDocument.read(message.body()));
    } catch (MalformedCommand fault) {
      LOG.debug("from={} {}", message.from(), fault.getMessage());
      return Optional.empty();
    }
  }

  /** Somebody as they are after a document. */
  private static Contact seen(Contact before, UserDocument document, boolean isFull) {
    return before
        .appearing(look(before.address(), before.look(), document, isFull))
        .named(name(document).orElse(before.name()));
  }

  /** How somebody calls themselves, when a document says so. */
  static Optional<String> name(UserDocument document) {
    return document.friendlyName().filter(it -> !it.isBlank());
  }

  /**
   * How somebody appears after a document.
   *
   * @param isFull whether it says all that there is
   */
  static Look look(EmailAddress who, Look before, UserDocument document, boolean isFull) {
    Look known = isFull ? Look.OFFLINE : before;
    return new Look(
        document.status().orElse(known.status()),
        message(known.message(), document),
        document.capabilities().map(Capabilities::abilities).orElse(known.abilities()),
        document.picture().map(xml -> picture(who, xml)).orElse(known.picture()));
  }

  private static PersonalMessage message(PersonalMessage known, UserDocument document) {
    Map<String, String> more = new LinkedHashMap<>(known.more());
    document
        .service(UserDocument.PE)
        .ifPresent(facts -> {
          more.putAll(facts);
          more.keySet().retainAll(PersonalData.FURTHER);
        });
    return new PersonalMessage(
        document.personalMessage().orElse(known.text()),
        document.currentMedia().orElse(known.media()),
        more);
  }

  private static Optional<MsnObject> picture(EmailAddress who, String xml) {
    try {
      return xml.isBlank() ? Optional.empty() : Optional.of(MsnObject.read(xml));
    } catch (MalformedCommand fault) {
      LOG.debug("contact={} {}", who, fault.getMessage());
      return Optional.empty();
    }
  }

  private void ownPlaces(UserDocument document, boolean isFull) {
    if (isFull) {
      places.clear();
    }
    document
        .places()
        .forEach(it ->
            it.place().ifPresent(id -> places.merge(id, place(id, it), (a, _) -> told(a, it))));
    tellPlaces.accept(List.copyOf(places.values()));
  }

  private Place place(EndpointId id, PlaceService told) {
    EndpointDetails unknown = EndpointDetails.NONE;
    return told(
        new Place(id, unknown.name(), unknown.status(), unknown.idle(), Set.of(), id.equals(here)),
        told);
  }

  private static Place told(Place known, PlaceService it) {
    EndpointDetails details =
        it.details(new EndpointDetails(known.name(), "", known.isIdle(), known.status()))
            .orElse(new EndpointDetails(known.name(), "", known.isIdle(), known.status()));
    boolean isTalk = it.name().equals(UserDocument.IM);
    return new Place(
        known.id(),
        details.name(),
        details.status(),
        details.idle(),
        it.capabilities()
            .filter(_ -> isTalk)
            .map(Capabilities::abilities)
            .orElse(known.abilities()),
        known.isHere());
  }

  private boolean ownPlacesGone(UserDocument document) {
    boolean isHere = false;
    for (PlaceService it : document.places()) {
      boolean namesHere = it.place().filter(here::equals).isPresent();
      isHere |= namesHere && it.name().equals(UserDocument.IM);
      it.place().ifPresent(places::remove);
    }
    if (!isHere) {
      tellPlaces.accept(List.copyOf(places.values()));
    }
    return isHere;
  }
}

package im.chrysalis.client;

import im.chrysalis.values.EndpointDetails;
import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.EndpointAddress;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.command.ClientCommand.SendNote;
import im.chrysalis.wire.command.ClientCommand.Withdraw;
import im.chrysalis.wire.command.ServerEvent.NoteReceived;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.payload.PersonalData;
import im.chrysalis.wire.routed.RoutedAddress;
import im.chrysalis.wire.routed.RoutedMessage;
import im.chrysalis.wire.routed.UserDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a session and the account's other places tell each other, since MSNP16. Lives on the
 * messenger's turn.
 *
 * @see <a href="../../../../../../../docs/protocol/endpoints.md">docs/protocol/endpoints.md</a>
 */
final class OtherPlaces {
  private static final Logger LOG = LoggerFactory.getLogger(OtherPlaces.class);

  /** The kinds of notes to oneself by which a place is asked to sign out, and all of them. */
  private static final int SIGN_OUT_HERE = 4;

  private static final int SIGN_OUT_EVERYWHERE = 8;

  private final Office office;
  private final Session session;
  private final EndpointId here;
  private final Machine machine;

  OtherPlaces(Office office, Session session, EndpointId here, Machine machine) {
    this.office = office;
    this.session = session;
    this.here = here;
    this.machine = machine;
  }

  /** Describes this place to the others. */
  CompletionStage<Outcome> describe(Look look) {
    return session.ask(trId -> look.place(trId, machine)).thenApply(Reply::outcome);
  }

  /** All places; nonsense about them is no reason to part. */
  List<Place> read(byte[] xml) {
    try {
      return PersonalData.places(xml).stream().map(this::place).toList();
    } catch (MalformedCommand fault) {
      LOG.debug("account={} places: {}", office.self(), fault.getMessage());
      return List.of();
    }
  }

  private Place place(PersonalData.OwnPlace it) {
    EndpointDetails details = it.details();
    return new Place(
        it.endpoint().id(),
        details.name(),
        details.status(),
        details.idle(),
        it.endpoint().capabilities().abilities(),
        it.endpoint().id().equals(here));
  }

  /** Whether a note asks this place to sign out; nobody but the account itself may do that. */
  boolean askToSignOut(NoteReceived it) {
    return it.from().account().equals(office.self())
        && (it.kind() == SIGN_OUT_HERE || it.kind() == SIGN_OUT_EVERYWHERE);
  }

  /** Asks one of the others to sign out. */
  CompletionStage<Outcome> signOut(EndpointId other) {
    return session.dialect().has(Trait.ROUTED)
        ? withdraw(other)
        : note(Optional.of(other), SIGN_OUT_HERE, "goawyplzthxbye");
  }

  /**
   * Asks all of the others to sign out.
   *
   * @param all as far as known
   */
  CompletionStage<Outcome> signOutAll(List<Place> all) {
    if (!session.dialect().has(Trait.ROUTED)) {
      return note(Optional.empty(), SIGN_OUT_EVERYWHERE, "gtfo");
    }
    CompletionStage<Outcome> done = CompletableFuture.completedStage(Outcome.done());
    for (Place other : all) {
      if (!other.isHere()) {
        done = Steps.after(done, () -> withdraw(other.id()));
      }
    }
    return done;
  }

  /** Where there are no notes, a place is withdrawn. */
  private CompletionStage<Outcome> withdraw(EndpointId other) {
    UserDocument gone =
        new UserDocument(
            List.of(), List.of(UserDocument.PlaceService.named(UserDocument.IM, other)));
    RoutedMessage message =
        RoutedMessage.publication(
            RoutedAddress.of(office.self(), Optional.of(here)),
            RoutedAddress.of(office.self()),
            ShownInDocuments.USER,
            UserDocument.CONTENT_TYPE,
            gone.bytes());
    return session.ask(trId -> new Withdraw(trId, message.bytes())).thenApply(Reply::outcome);
  }

  private CompletionStage<Outcome> note(Optional<EndpointId> to, int kind, String text) {
    EndpointAddress address = new EndpointAddress(office.self(), to);
    byte[] body = text.getBytes(StandardCharsets.US_ASCII);
    return session.ask(trId -> new SendNote(trId, address, kind, body)).thenApply(Reply::outcome);
  }
}

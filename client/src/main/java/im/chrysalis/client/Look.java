package im.chrysalis.client;

import im.chrysalis.values.Ability;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EndpointDetails;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Status;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand.SetPersonalData;
import im.chrysalis.wire.command.ClientCommand.SetStatus;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.payload.MsnObject;
import im.chrysalis.wire.payload.PersonalData;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How somebody appears at one moment.
 *
 * @param status {@link Status#OFFLINE} for those who are not there, and who are not friends
 * @param message what they tell besides; nothing up to MSNP10
 * @param abilities what their client says it can do; none up to MSNP7
 * @param picture their display picture; none up to MSNP8
 */
public record Look(
    Status status, PersonalMessage message, Set<Ability> abilities, Optional<MsnObject> picture) {
  /** Somebody who is not there. */
  public static final Look OFFLINE = of(Status.OFFLINE);

  public Look {
    abilities = Set.copyOf(abilities);
  }

  /** A status and nothing else. */
  public static Look of(Status status) {
    return new Look(status, PersonalMessage.NONE, Set.of(), Optional.empty());
  }

  Look with(Status other) {
    return new Look(other, message, abilities, picture);
  }

  Look telling(PersonalMessage other) {
    return new Look(status, other, abilities, picture);
  }

  /** The command by which the account appears so. */
  SetStatus status(TrId trId) {
    return new SetStatus(
        trId,
        status,
        Capabilities.of(abilities),
        picture.map(MsnObject::word).map(EncodedText::word),
        List.of(status.code()));
  }

  /** The command by which the account tells the rest. */
  SetPersonalData message(TrId trId, Dialect dialect) {
    return new SetPersonalData(trId, PersonalData.write(message, List.of(), dialect));
  }

  /** The command by which the account tells what its client can do here. */
  SetPersonalData place(TrId trId) {
    return new SetPersonalData(
        trId, PersonalData.write(new PersonalData.PlaceTold(Capabilities.of(abilities))));
  }

  /** The command by which it describes this place to its other places. */
  SetPersonalData place(TrId trId, Machine machine) {
    EndpointDetails details =
        new EndpointDetails(
            machine.name(), EndpointDetails.NONE.clientType(), status == Status.IDLE, status);
    return new SetPersonalData(trId, PersonalData.write(new PersonalData.PlaceDescribed(details)));
  }
}

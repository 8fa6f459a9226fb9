package im.chrysalis.wire.command;

import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.EndpointAddress;
import im.chrysalis.wire.TrId;
import java.util.Optional;

/** Everything the switchboard server can say to a client. */
public sealed interface SwitchboardEvent {

  /** The conversation is open. */
  record Opened(TrId trId, String account, EncodedText name) implements SwitchboardEvent {}

  /** Somebody who is already there, the {@code index}th of {@code count}. */
  record Present(
      TrId trId,
      int index,
      int count,
      EndpointAddress who,
      EncodedText name,
      Capabilities capabilities)
      implements SwitchboardEvent {}

  /** All who are there have been named. */
  record Answered(TrId trId) implements SwitchboardEvent {}

  /** The invited person's clients ring. */
  record Rings(TrId trId, long conversation) implements SwitchboardEvent {}

  /** Somebody came. */
  record Joined(EndpointAddress who, EncodedText name, Capabilities capabilities)
      implements SwitchboardEvent {}

  /**
   * Somebody left.
   *
   * @param idle whether the server closed an idle conversation
   */
  record Left(EndpointAddress who, boolean idle) implements SwitchboardEvent {}

  /** Somebody said something: MIME head and body. */
  record Said(EmailAddress who, EncodedText name, byte[] message) implements SwitchboardEvent {}

  record Delivered(TrId trId) implements SwitchboardEvent {}

  record Undelivered(TrId trId) implements SwitchboardEvent {}

  /** A command was refused. */
  record Refused(int code, Optional<TrId> trId) implements SwitchboardEvent {}

  /** A command that this library does not know. */
  record Unknown(String line) implements SwitchboardEvent {}
}

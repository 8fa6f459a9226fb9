package im.chrysalis.wire.command;

import im.chrysalis.values.Capabilities;
import im.chrysalis.values.Status;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.command.ClientCommand.SetStatus;
import im.chrysalis.wire.command.ServerEvent.Appearance;
import im.chrysalis.wire.command.ServerEvent.InitialPresence;
import im.chrysalis.wire.command.ServerEvent.Presence;
import im.chrysalis.wire.command.ServerEvent.StatusSet;
import im.chrysalis.wire.command.ServerEvent.WentOffline;
import java.util.List;
import java.util.Optional;

/**
 * Who is there: {@code CHG ILN NLN FLN}.
 *
 * @see <a href="../../../../../../../../docs/protocol/presence.md">docs/protocol/presence.md</a>
 */
final class PresenceCodecs {
  private PresenceCodecs() {}

  /** {@code CHG 9 NLN}: my status. All words behind the transaction id are kept for the echo. */
  static final Codec<SetStatus> SET_STATUS =
      Codec.ofLine(
          (words, _) -> {
            var trId = words.trId();
            List<String> asTheyCame = words.rest();
            return new SetStatus(
                trId, status(asTheyCame), Capabilities.NONE, Optional.empty(), asTheyCame);
          },
          (it, _) -> Line.of("CHG", it.trId()).word(it.status().code()));

  /** {@code CHG 9 NLN}: it is set; exactly the words that the client sent. */
  static final Codec<StatusSet> STATUS_SET =
      Codec.ofLine(
          (words, _) -> new StatusSet(words.trId(), words.rest()),
          (it, _) -> Line.of("CHG", it.trId()).words(it.words()));

  /** {@code ILN 9 NLN ben@example.com Ben}: he was there when you came, or when you added him. */
  static final Codec<InitialPresence> INITIAL_PRESENCE =
      Codec.ofLine(
          (words, _) -> new InitialPresence(words.trId(), readAppearance(words)),
          (it, _) -> write(it.contact(), Line.of("ILN", it.trId())));

  /** {@code NLN AWY ben@example.com Ben}: he came, or changed. */
  static final Codec<Presence> PRESENCE =
      Codec.ofLine(
          (words, _) -> new Presence(readAppearance(words)),
          (it, _) -> write(it.contact(), Line.of("NLN")));

  /** {@code FLN ben@example.com}: he left. */
  static final Codec<WentOffline> WENT_OFFLINE =
      Codec.ofLine(
          (words, _) -> new WentOffline(words.address()), (it, _) -> Line.of("FLN").word(it.who()));

  private static Appearance readAppearance(Words words) throws MalformedCommand {
    Status status = words.code(Status::ofCode, "status");
    return new Appearance(
        words.address(), words.text("name"), status, Capabilities.NONE, Optional.empty());
  }

  private static Line write(Appearance contact, Line line) {
    return line.word(contact.status().code()).word(contact.who()).word(contact.name());
  }

  private static Status status(List<String> words) throws MalformedCommand {
    if (words.isEmpty()) {
      throw new MalformedCommand(Fault.SYNTAX, "CHG lacks its status");
    }
    return Status.ofCode(words.getFirst())
        .orElseThrow(() -> new MalformedCommand(Fault.CHOICE, "CHG: unknown status"));
  }
}

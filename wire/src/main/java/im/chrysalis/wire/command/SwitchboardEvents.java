package im.chrysalis.wire.command;

import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.command.SwitchboardEvent.Answered;
import im.chrysalis.wire.command.SwitchboardEvent.Delivered;
import im.chrysalis.wire.command.SwitchboardEvent.Joined;
import im.chrysalis.wire.command.SwitchboardEvent.Left;
import im.chrysalis.wire.command.SwitchboardEvent.Opened;
import im.chrysalis.wire.command.SwitchboardEvent.Present;
import im.chrysalis.wire.command.SwitchboardEvent.Refused;
import im.chrysalis.wire.command.SwitchboardEvent.Rings;
import im.chrysalis.wire.command.SwitchboardEvent.Said;
import im.chrysalis.wire.command.SwitchboardEvent.Undelivered;
import im.chrysalis.wire.command.SwitchboardEvent.Unknown;
import im.chrysalis.wire.dialect.Dialect;

/**
 * Reads and writes all that the switchboard server says to a client.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/conversation.md">docs/protocol/conversation.md</a>
 */
public final class SwitchboardEvents {
  /** The most bytes of a message that a client takes from the server. */
  public static final int MAX_MESSAGE = 64 * 1024;

  private static final VerbTable<SwitchboardEvent> VERBS =
      new VerbTable<SwitchboardEvent>()
          .verb("USR", ConversationCodecs.OPENED::read)
          .verb("IRO", ConversationCodecs.PRESENT::read)
          .verb("ANS", ConversationCodecs.ANSWERED::read)
          .verb("CAL", ConversationCodecs.RINGS::read)
          .verb("JOI", ConversationCodecs.JOINED::read)
          .verb("BYE", ConversationCodecs.LEFT::read)
          .verb("MSG", ConversationCodecs.SAID::read)
          .verb("ACK", ConversationCodecs.DELIVERED::read)
          .verb("NAK", ConversationCodecs.UNDELIVERED::read);

  private SwitchboardEvents() {}

  /**
   * Reads what the switchboard says. A verb that it does not have is {@link Unknown}.
   *
   * @param frame a frame is read once
   * @throws MalformedCommand when words are missing or not what they must be
   */
  public static SwitchboardEvent read(Frame frame, Dialect dialect) throws MalformedCommand {
    Words words = frame.words();
    return ConnectionCodecs.isRefusal(words)
        ? new Refused(ConnectionCodecs.refusalCode(words), words.firstTrId())
        : VERBS.read(frame, dialect).orElseGet(() -> new Unknown(words.toString()));
  }

  /** Writes an event in the dialect's shape. */
  public static Line write(SwitchboardEvent event, Dialect dialect) {
    return switch (event) {
      case Opened it -> ConversationCodecs.OPENED.write(it, dialect);
      case Present it -> ConversationCodecs.PRESENT.write(it, dialect);
      case Answered it -> ConversationCodecs.ANSWERED.write(it, dialect);
      case Rings it -> ConversationCodecs.RINGS.write(it, dialect);
      case Joined it -> ConversationCodecs.JOINED.write(it, dialect);
      case Left it -> ConversationCodecs.LEFT.write(it, dialect);
      case Said it -> ConversationCodecs.SAID.write(it, dialect);
      case Delivered it -> ConversationCodecs.DELIVERED.write(it, dialect);
      case Undelivered it -> ConversationCodecs.UNDELIVERED.write(it, dialect);
      case Refused(var code, var trId) -> ConnectionCodecs.refusal(code, trId);
      case Unknown(var line) -> ConnectionCodecs.unknown(line);
    };
  }

  /** Which lines have a payload: {@code MSG}. */
  public static PayloadRule payloads(Dialect dialect) {
    return words ->
        words.verb().equals("MSG") ? PayloadLength.atEnd(words, 3, MAX_MESSAGE) : PayloadRule.NONE;
  }
}

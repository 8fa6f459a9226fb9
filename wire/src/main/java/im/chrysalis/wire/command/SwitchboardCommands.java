package im.chrysalis.wire.command;

import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.command.SwitchboardCommand.Answer;
import im.chrysalis.wire.command.SwitchboardCommand.First;
import im.chrysalis.wire.command.SwitchboardCommand.Invite;
import im.chrysalis.wire.command.SwitchboardCommand.Leave;
import im.chrysalis.wire.command.SwitchboardCommand.Open;
import im.chrysalis.wire.command.SwitchboardCommand.Say;
import im.chrysalis.wire.command.SwitchboardCommand.Unknown;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;

/**
 * Reads and writes all that a client says to the switchboard server.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/conversation.md">docs/protocol/conversation.md</a>
 */
public final class SwitchboardCommands {
  /** The most bytes of a message that every version takes, MIME head included. */
  public static final int MAX_MESSAGE = 1664;

  private static final int MAX_DATA_MESSAGE = 2048;

  /** For lines that look the same in every version. */
  private static final Dialect ANY = Dialect.MSNP7;

  private static final VerbTable<SwitchboardCommand> VERBS =
      new VerbTable<SwitchboardCommand>()
          .verb("USR", ConversationCodecs.OPEN::read)
          .verb("ANS", ConversationCodecs.ANSWER::read)
          .verb("CAL", ConversationCodecs.INVITE::read)
          .verb("MSG", ConversationCodecs.SAY::read)
          .verb("OUT", ConnectionCodecs.LEAVE::read);

  private SwitchboardCommands() {}

  /**
   * Reads a command before the token has told who speaks, and in which dialect. Every verb that
   * only makes sense later is unknown.
   *
   * @param frame a frame is read once
   */
  public static First readFirst(Frame frame) throws MalformedCommand {
    return switch (frame.words().verb()) {
      case "USR" -> ConversationCodecs.OPEN.read(frame, ANY);
      case "ANS" -> ConversationCodecs.ANSWER.read(frame, ANY);
      case "OUT" -> ConnectionCodecs.LEAVE.read(frame, ANY);
      default -> unknown(frame.words());
    };
  }

  /**
   * Reads a command. A verb that the switchboard does not have is {@link Unknown}, with its
   * transaction id when it has one.
   *
   * @param frame a frame is read once
   * @throws MalformedCommand when words are missing or not what they must be
   */
  public static SwitchboardCommand read(Frame frame, Dialect dialect) throws MalformedCommand {
    return VERBS.read(frame, dialect).orElseGet(() -> unknown(frame.words()));
  }

  /** Writes a command in the dialect's shape. */
  public static Line write(SwitchboardCommand command, Dialect dialect) {
    return switch (command) {
      case Open it -> ConversationCodecs.OPEN.write(it, dialect);
      case Answer it -> ConversationCodecs.ANSWER.write(it, dialect);
      case Invite it -> ConversationCodecs.INVITE.write(it, dialect);
      case Say it -> ConversationCodecs.SAY.write(it, dialect);
      case Leave it -> ConnectionCodecs.LEAVE.write(it, dialect);
      case Unknown(var trId, var verb) -> ConnectionCodecs.unknown(verb, trId);
    };
  }

  /** The most bytes of a message, MIME head included: 1664, since MSNP9 2048. */
  public static int maxMessage(Dialect dialect) {
    return dialect.has(Trait.DATA_MESSAGES) ? MAX_DATA_MESSAGE : MAX_MESSAGE;
  }

  /**
   * Which commands have a payload: {@code MSG}, once the client is known. Until then use {@link
   * PayloadRule#LINES_ONLY}.
   */
  public static PayloadRule payloads(Dialect dialect) {
    return words ->
        words.verb().equals("MSG")
            ? PayloadLength.ofExactly(3, words, maxMessage(dialect))
            : PayloadRule.NONE;
  }

  private static Unknown unknown(Words words) {
    return new Unknown(words.firstTrId(), words.verb());
  }
}

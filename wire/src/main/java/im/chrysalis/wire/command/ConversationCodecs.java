package im.chrysalis.wire.command;

import im.chrysalis.values.Capabilities;
import im.chrysalis.wire.Abilities;
import im.chrysalis.wire.EndpointAddress;
import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.command.SwitchboardCommand.Answer;
import im.chrysalis.wire.command.SwitchboardCommand.Invite;
import im.chrysalis.wire.command.SwitchboardCommand.Open;
import im.chrysalis.wire.command.SwitchboardCommand.Receipt;
import im.chrysalis.wire.command.SwitchboardCommand.Say;
import im.chrysalis.wire.command.SwitchboardEvent.Answered;
import im.chrysalis.wire.command.SwitchboardEvent.Delivered;
import im.chrysalis.wire.command.SwitchboardEvent.Joined;
import im.chrysalis.wire.command.SwitchboardEvent.Left;
import im.chrysalis.wire.command.SwitchboardEvent.Opened;
import im.chrysalis.wire.command.SwitchboardEvent.Present;
import im.chrysalis.wire.command.SwitchboardEvent.Rings;
import im.chrysalis.wire.command.SwitchboardEvent.Said;
import im.chrysalis.wire.command.SwitchboardEvent.Undelivered;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;

/**
 * What is said on a switchboard: {@code USR ANS CAL MSG}, and {@code IRO JOI BYE ACK NAK}.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/conversation.md">docs/protocol/conversation.md</a>
 */
final class ConversationCodecs {
  /** More people than a conversation ever holds. */
  private static final int MANY = 1_000_000;

  private ConversationCodecs() {}

  /** {@code USR 1 anna@example.com 17262740.1050826919}: I open a conversation. */
  static final Codec<Open> OPEN =
      Codec.ofLine(
          (words, _) -> new Open(words.trId(), words.word("account"), words.word("token")),
          (it, _) -> Line.of("USR", it.trId()).word(it.account()).word(it.token()));

  /** {@code USR 1 OK anna@example.com Anna}: it is open; the account as it came. */
  static final Codec<Opened> OPENED =
      Codec.ofLine(
          (words, _) -> {
            var trId = words.trId();
            words.word("OK");
            return new Opened(trId, words.word("account"), words.text("name"));
          },
          (it, _) -> Line.of("USR", it.trId()).word("OK").word(it.account()).word(it.name()));

  /** {@code ANS 1 ben@example.com 849102291.520491932 11752013}: I come to that conversation. */
  static final Codec<Answer> ANSWER =
      Codec.ofLine(
          (words, _) ->
              new Answer(
                  words.trId(),
                  words.word("account"),
                  words.word("token"),
                  words.word("conversation")),
          (it, _) ->
              Line.of("ANS", it.trId())
                  .word(it.account())
                  .word(it.token())
                  .word(it.conversation()));

  /**
   * {@code IRO 1 1 2 anna@example.com Anna}: the first of two who are already here. Since MSNP12
   * with what her client can do.
   */
  static final Codec<Present> PRESENT =
      Codec.ofLine(
          (words, dialect) ->
              new Present(
                  words.trId(),
                  words.number("index", MANY),
                  words.number("count", MANY),
                  EndpointAddress.read(words),
                  words.text("name"),
                  abilities(words, dialect)),
          (it, dialect) ->
              Line.of("IRO", it.trId())
                  .word(it.index())
                  .word(it.count())
                  .word(it.who().word())
                  .word(it.name())
                  .when(
                      dialect.has(Trait.MEMBER_CAPABILITIES),
                      Abilities.text(it.capabilities(), dialect)));

  /** {@code ANS 1 OK}: you have been told of everybody. */
  static final Codec<Answered> ANSWERED =
      Codec.ofLine(
          (words, _) -> new Answered(words.trId()),
          (it, _) -> Line.of("ANS", it.trId()).word("OK"));

  /** {@code CAL 2 ben@example.com}: ask him to join. */
  static final Codec<Invite> INVITE =
      Codec.ofLine(
          (words, _) -> new Invite(words.trId(), words.address()),
          (it, _) -> Line.of("CAL", it.trId()).word(it.who()));

  /** {@code CAL 2 RINGING 11752013}: he has been asked. The number is at most 2147483647. */
  static final Codec<Rings> RINGS =
      Codec.ofLine(
          (words, _) -> {
            var trId = words.trId();
            words.word("RINGING");
            return new Rings(trId, words.unsigned("conversation"));
          },
          (it, _) -> Line.of("CAL", it.trId()).word("RINGING").word(it.conversation()));

  /** {@code JOI ben@example.com Ben}: he is here. Since MSNP12 with what his client can do. */
  static final Codec<Joined> JOINED =
      Codec.ofLine(
          (words, dialect) ->
              new Joined(
                  EndpointAddress.read(words), words.text("name"), abilities(words, dialect)),
          (it, dialect) ->
              Line.of("JOI")
                  .word(it.who().word())
                  .word(it.name())
                  .when(
                      dialect.has(Trait.MEMBER_CAPABILITIES),
                      Abilities.text(it.capabilities(), dialect)));

  /** {@code BYE ben@example.com}: he left; with a {@code 1}, the conversation had gone idle. */
  static final Codec<Left> LEFT =
      Codec.ofLine(
          (words, _) -> new Left(EndpointAddress.read(words), words.peek().equals("1")),
          (it, _) -> Line.of("BYE").word(it.who().word()).when(it.idle(), 1));

  /**
   * {@code MSG 3 A 133} and 133 bytes: say this to all others. At most so many bytes as {@link
   * SwitchboardCommands#maxMessage} says.
   */
  static final Codec<Say> SAY =
      Codec.of(
          (frame, _) ->
              new Say(
                  frame.words().trId(),
                  frame.words().code(Receipt::ofCode, "receipt"),
                  frame.payload()),
          (it, _) ->
              Line.of("MSG", it.trId())
                  .word(Character.toString(it.receipt().code()))
                  .payload(it.message()));

  /** {@code MSG anna@example.com Anna 133} and the same 133 bytes. */
  static final Codec<Said> SAID =
      Codec.of(
          (frame, _) -> readSaid(frame),
          (it, _) -> Line.of("MSG").word(it.who()).word(it.name()).payload(it.message()));

  /** {@code ACK 3}: everybody got it. */
  static final Codec<Delivered> DELIVERED =
      Codec.ofLine((words, _) -> new Delivered(words.trId()), (it, _) -> Line.of("ACK", it.trId()));

  /** {@code NAK 3}: not everybody got it. */
  static final Codec<Undelivered> UNDELIVERED =
      Codec.ofLine(
          (words, _) -> new Undelivered(words.trId()), (it, _) -> Line.of("NAK", it.trId()));

  private static Capabilities abilities(Words words, Dialect dialect) {
    return dialect.has(Trait.MEMBER_CAPABILITIES)
        ? words.optionalWord().flatMap(Abilities::parse).orElse(Capabilities.NONE)
        : Capabilities.NONE;
  }

  private static Said readSaid(Frame frame) throws MalformedCommand {
    return new Said(frame.words().address(), frame.words().text("name"), frame.payload());
  }
}

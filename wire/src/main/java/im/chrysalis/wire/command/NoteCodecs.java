package im.chrysalis.wire.command;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.EndpointAddress;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.command.ClientCommand.SendAcross;
import im.chrysalis.wire.command.ClientCommand.SendNote;
import im.chrysalis.wire.command.ServerEvent.NoteReceived;
import im.chrysalis.wire.command.ServerEvent.NoteTaken;
import im.chrysalis.wire.command.ServerEvent.ReceivedAcross;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.payload.Memberships;
import java.util.Optional;

/**
 * What goes through the notification server from client to client: {@code UUN UBN} since MSNP13,
 * {@code UUM UBM} since MSNP14.
 *
 * @see <a href="../../../../../../../../docs/protocol/notes.md">docs/protocol/notes.md</a>
 */
final class NoteCodecs {
  private static final int MOST_KINDS = 1000;

  private NoteCodecs() {}

  /**
   * {@code UUN 14 ben@example.com;{GUID} 3 120} and 120 bytes: pass this to Ben's client at that
   * place, or to all of his; 3 is what kind of note it is.
   */
  static final Codec<SendNote> SEND_NOTE =
      Codec.of(
          (frame, _) ->
              new SendNote(
                  frame.words().trId(),
                  EndpointAddress.read(frame.words()),
                  frame.words().number("kind", MOST_KINDS),
                  frame.payload()),
          (it, _) ->
              Line.of("UUN", it.trId()).word(it.to().word()).word(it.kind()).payload(it.body()));

  /** {@code UUN 14 OK}. */
  static final Codec<NoteTaken> NOTE_TAKEN =
      Codec.ofLine(
          (words, _) -> new NoteTaken(words.trId()),
          (it, _) -> Line.of("UUN", it.trId()).word("OK"));

  /** {@code UBN anna@example.com;{GUID} 3 120} and 120 bytes. */
  static final Codec<NoteReceived> NOTE_RECEIVED =
      Codec.of(
          (frame, _) ->
              new NoteReceived(
                  EndpointAddress.read(frame.words()),
                  frame.words().number("kind", MOST_KINDS),
                  frame.payload()),
          (it, _) -> Line.of("UBN").word(it.from().word()).word(it.kind()).payload(it.body()));

  /** {@code UUM 15 ben@example.com 32 1 95} and 95 bytes: say this to Ben of network 32. */
  static final Codec<SendAcross> SEND_ACROSS =
      Codec.of(
          (frame, _) ->
              new SendAcross(
                  frame.words().trId(),
                  frame.words().address(),
                  frame.words().number("network", MOST_KINDS),
                  frame.words().number("kind", MOST_KINDS),
                  frame.payload()),
          (it, _) ->
              Line.of("UUM", it.trId())
                  .word(it.to())
                  .word(it.network())
                  .word(it.kind())
                  .payload(it.body()));

  /**
   * {@code UBM ben@example.com 32 1 95} and 95 bytes; since MSNP16 {@code UBM ben@example.com 32
   * anna@example.com 1 1 95}.
   */
  static final Codec<ReceivedAcross> RECEIVED_ACROSS =
      Codec.of(
          (frame, dialect) -> {
            Words words = frame.words();
            EmailAddress from = words.address();
            int network = words.number("network", MOST_KINDS);
            return new ReceivedAcross(
                from,
                network,
                addressee(words, dialect),
                words.number("kind", MOST_KINDS),
                frame.payload());
          },
          (it, dialect) ->
              addressee(Line.of("UBM").word(it.from()).word(it.network()), it, dialect)
                  .word(it.kind())
                  .payload(it.body()));

  private static Optional<EmailAddress> addressee(Words words, Dialect dialect)
      throws MalformedCommand {
    if (!dialect.has(Trait.ENDPOINTS)) {
      return Optional.empty();
    }
    EmailAddress to = words.address();
    words.word("network");
    return Optional.of(to);
  }

  private static Line addressee(Line line, ReceivedAcross it, Dialect dialect) {
    it.to()
        .filter(_ -> dialect.has(Trait.ENDPOINTS))
        .ifPresent(to -> line.word(to).word(Memberships.HERE));
    return line;
  }
}

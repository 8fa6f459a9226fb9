package im.chrysalis.wire.command;

import im.chrysalis.wire.Line;
import im.chrysalis.wire.command.ClientCommand.AnswerChallenge;
import im.chrysalis.wire.command.ServerEvent.Challenge;
import im.chrysalis.wire.command.ServerEvent.ChallengePassed;
import java.nio.charset.StandardCharsets;

/**
 * The proof that a client is one, since MSNP6: {@code CHL QRY}.
 *
 * @see <a href="../../../../../../../../docs/protocol/challenge.md">docs/protocol/challenge.md</a>
 */
final class ChallengeCodecs {
  /** How many hex digits an answer has. */
  static final int ANSWER_LENGTH = 32;

  private ChallengeCodecs() {}

  /** {@code CHL 0 15570131571988941333}: 20 digits. */
  static final Codec<Challenge> CHALLENGE =
      Codec.ofLine(
          (words, _) -> {
            words.trId();
            return new Challenge(words.word("digits"));
          },
          (it, _) -> Line.of("CHL").word(0).word(it.digits()));

  /** {@code QRY 10 msmsgs@msnmsgr.com 32} and 32 hex digits. */
  static final Codec<AnswerChallenge> ANSWER_CHALLENGE =
      Codec.of(
          (frame, _) ->
              new AnswerChallenge(
                  frame.words().trId(), frame.words().word("product"), frame.payloadText()),
          (it, _) ->
              Line.of("QRY", it.trId())
                  .word(it.productId())
                  .payload(it.answer().getBytes(StandardCharsets.ISO_8859_1)));

  /** {@code QRY 10}: right. */
  static final Codec<ChallengePassed> CHALLENGE_PASSED =
      Codec.ofLine(
          (words, _) -> new ChallengePassed(words.trId()), (it, _) -> Line.of("QRY", it.trId()));
}

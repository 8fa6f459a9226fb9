package im.chrysalis.wire.command;

import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.command.ClientCommand.AcceptInvitations;
import im.chrysalis.wire.command.ClientCommand.AskSwitchboard;
import im.chrysalis.wire.command.ServerEvent.InvitationsAccepted;
import im.chrysalis.wire.command.ServerEvent.ReferredToSwitchboard;
import im.chrysalis.wire.command.ServerEvent.Ringing;
import im.chrysalis.wire.dialect.Dialect;
import java.util.List;
import java.util.Optional;

/**
 * How a conversation begins on the notification server: {@code XFR SB}, {@code RNG IMS}.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/conversation.md">docs/protocol/conversation.md</a>
 */
final class InvitationCodecs {
  /** What newer clients expect to read there, whoever runs the server. */
  private static final String SITE = "messenger.msn.com";

  private InvitationCodecs() {}

  /** {@code XFR 15 SB}: I want to talk to somebody. */
  static final Codec<AskSwitchboard> ASK_SWITCHBOARD =
      Codec.ofLine(
          (words, _) -> {
            var trId = words.trId();
            words.code(
                word -> word.equalsIgnoreCase("SB") ? Optional.of(word) : Optional.empty(),
                "kind of server");
            return new AskSwitchboard(trId);
          },
          (it, _) -> Line.of("XFR", it.trId()).word("SB"));

  /**
   * {@code XFR 15 SB 192.0.2.20:1865 CKI 17262740.1050826919}: go there with this token. Since
   * MSNP13 {@code U messenger.msn.com} stands behind it, since MSNP14 a 1 too.
   */
  static final Codec<ReferredToSwitchboard> REFERRED_TO_SWITCHBOARD =
      Codec.ofLine(
          (words, _) -> {
            var trId = words.trId();
            words.word("kind of server");
            var server = words.word("server");
            words.word("kind of token");
            return new ReferredToSwitchboard(trId, server, words.word("token"));
          },
          (it, dialect) ->
              Line.of("XFR", it.trId())
                  .word("SB")
                  .word(it.server())
                  .word("CKI")
                  .word(it.token())
                  .words(tail(dialect)));

  /**
   * {@code RNG 11752013 192.0.2.20:1865 CKI 849102291.520491932 anna@example.com Anna}: Anna asks
   * you to join conversation 11752013 there. The number is at most 2147483647. The end as with
   * {@code XFR}.
   */
  static final Codec<Ringing> RINGING =
      Codec.ofLine(
          (words, _) -> {
            long conversation = words.unsigned("conversation");
            var server = words.word("server");
            words.word("kind of token");
            return new Ringing(
                conversation, server, words.word("token"), words.address(), words.text("name"));
          },
          (it, dialect) ->
              Line.of("RNG")
                  .word(it.conversation())
                  .word(it.server())
                  .word("CKI")
                  .word(it.token())
                  .word(it.caller())
                  .word(it.callerName())
                  .words(tail(dialect)));

  /** {@code IMS 19 OFF}: do not invite me. COMPAT WebTV, since MSNP3. */
  static final Codec<AcceptInvitations> ACCEPT_INVITATIONS =
      Codec.ofLine(
          (words, _) ->
              new AcceptInvitations(words.trId(), words.code(InvitationCodecs::onOrOff, "choice")),
          (it, _) -> Line.of("IMS", it.trId()).word(it.accept() ? "ON" : "OFF"));

  /** {@code IMS 19 0 OFF}: so it is. */
  static final Codec<InvitationsAccepted> INVITATIONS_ACCEPTED =
      Codec.ofLine(
          (words, _) -> {
            var trId = words.trId();
            words.word("version");
            return new InvitationsAccepted(trId, words.code(InvitationCodecs::onOrOff, "choice"));
          },
          (it, _) -> Line.of("IMS", it.trId()).word(0).word(it.accepted() ? "ON" : "OFF"));

  /** A referral to either kind of server. */
  static ServerEvent readReferral(Frame frame, Dialect dialect) throws MalformedCommand {
    return switch (frame.words().wordAt(1, "kind of server")) {
      case "NS" -> SignInCodecs.REFERRED_TO_NOTIFICATION.read(frame, dialect);
      case "SB" -> REFERRED_TO_SWITCHBOARD.read(frame, dialect);
      default -> throw new MalformedCommand(Fault.CHOICE, "XFR: unknown kind of server");
    };
  }

  private static List<String> tail(Dialect dialect) {
    return switch (dialect.invitationTail()) {
      case NOTHING -> List.of();
      case SITE -> List.of("U", SITE);
      case SITE_AND_DIRECT -> List.of("U", SITE, "1");
    };
  }

  private static Optional<Boolean> onOrOff(String word) {
    return word.equalsIgnoreCase("ON")
        ? Optional.of(true)
        : word.equalsIgnoreCase("OFF") ? Optional.of(false) : Optional.empty();
  }
}

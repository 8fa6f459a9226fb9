package im.chrysalis.wire.command;

import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.command.ClientCommand.Publish;
import im.chrysalis.wire.command.ClientCommand.SendRouted;
import im.chrysalis.wire.command.ClientCommand.ShowCircles;
import im.chrysalis.wire.command.ClientCommand.Withdraw;
import im.chrysalis.wire.command.ServerEvent.CirclesShown;
import im.chrysalis.wire.command.ServerEvent.PublishTaken;
import im.chrysalis.wire.command.ServerEvent.Published;
import im.chrysalis.wire.command.ServerEvent.RoutedReceived;
import im.chrysalis.wire.command.ServerEvent.WithdrawTaken;
import im.chrysalis.wire.command.ServerEvent.Withdrawn;
import im.chrysalis.wire.dialect.Dialect;

/**
 * What carries messages that say themselves where they go, {@code PUT DEL NFY SDG}, and the ticket
 * that must be shown before any of them goes to a circle: in circles since MSNP18, for everything
 * in MSNP21. The payload is that of {@link im.chrysalis.wire.routed.RoutedMessage}.
 *
 * @see <a href="../../../../../../../../docs/protocol/routed.md">docs/protocol/routed.md</a>
 */
final class RoutedCodecs {
  private static final String SHA = "SHA";
  private static final String OK = "OK";
  private static final String PUT = "PUT";
  private static final String DEL = "DEL";

  private RoutedCodecs() {}

  /** {@code USR 30 SHA A PD94bWw=}: these are my circles, as the address book has signed it. */
  static final Codec<ShowCircles> SHOW_CIRCLES =
      Codec.ofLine(
          (words, _) -> {
            var trId = words.trId();
            words.word("method");
            words.word("step");
            return new ShowCircles(trId, words.word("ticket"));
          },
          (it, _) -> Line.of("USR", it.trId()).word(SHA).word("A").word(it.ticket()));

  /** {@code USR 30 OK anna@example.com 0 0}: so they are. */
  static final Codec<CirclesShown> CIRCLES_SHOWN =
      Codec.ofLine(
          (words, _) -> {
            var trId = words.trId();
            words.word(OK);
            return new CirclesShown(trId, words.address());
          },
          (it, _) -> Line.of("USR", it.trId()).word(OK).word(it.account()).word(0).word(0));

  /** {@code PUT 11 348} and 348 bytes: this holds of me now. */
  static final Codec<Publish> PUBLISH =
      Codec.of(
          (frame, _) -> new Publish(frame.words().trId(), frame.payload()),
          (it, _) -> Line.of(PUT, it.trId()).payload(it.body()));

  /** {@code PUT 11 OK 0}; with a message when something was made, such as a group. */
  static final Codec<PublishTaken> PUBLISH_TAKEN =
      Codec.of(
          (frame, _) -> new PublishTaken(frame.words().trId(), frame.payload()),
          (it, _) -> Line.of(PUT, it.trId()).word(OK).payload(it.body()));

  /** {@code DEL 44 298} and 298 bytes: this holds no longer. */
  static final Codec<Withdraw> WITHDRAW =
      Codec.of(
          (frame, _) -> new Withdraw(frame.words().trId(), frame.payload()),
          (it, _) -> Line.of(DEL, it.trId()).payload(it.body()));

  /** {@code DEL 44 OK 0}. */
  static final Codec<WithdrawTaken> WITHDRAW_TAKEN =
      Codec.ofLine(
          (words, _) -> new WithdrawTaken(words.trId()),
          (it, _) -> Line.of(DEL, it.trId()).word(OK).word(0));

  /** {@code NFY PUT 863} and 863 bytes: this holds of somebody now. */
  static final Codec<Published> PUBLISHED =
      Codec.of(
          (frame, _) -> new Published(frame.payload()),
          (it, _) -> Line.of("NFY").word(PUT).payload(it.body()));

  /** {@code NFY DEL 298} and 298 bytes: this holds of somebody no longer. */
  static final Codec<Withdrawn> WITHDRAWN =
      Codec.of(
          (frame, _) -> new Withdrawn(frame.payload()),
          (it, _) -> Line.of("NFY").word(DEL).payload(it.body()));

  /** {@code SDG 58 347} and 347 bytes: say this to somebody. Unanswered when it could be said. */
  static final Codec<SendRouted> SEND_ROUTED =
      Codec.of(
          (frame, _) -> new SendRouted(frame.words().trId(), frame.payload()),
          (it, _) -> Line.of("SDG", it.trId()).payload(it.body()));

  /** {@code SDG 0 332} and 332 bytes: somebody says this. */
  static final Codec<RoutedReceived> ROUTED_RECEIVED =
      Codec.of(
          (frame, _) -> new RoutedReceived(frame.payload()),
          (it, _) -> Line.of("SDG").word(0).payload(it.body()));

  /** Either kind of notification. */
  static ServerEvent readNotification(Frame frame, Dialect dialect) throws MalformedCommand {
    return switch (frame.words().wordAt(0, "kind")) {
      case PUT -> PUBLISHED.read(frame, dialect);
      case DEL -> WITHDRAWN.read(frame, dialect);
      default -> throw new MalformedCommand(Fault.CHOICE, "NFY: unknown kind");
    };
  }
}

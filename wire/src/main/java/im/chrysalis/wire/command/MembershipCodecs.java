package im.chrysalis.wire.command;

import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.command.ClientCommand.ChangeMemberships;
import im.chrysalis.wire.command.ClientCommand.FindNetworks;
import im.chrysalis.wire.command.ServerEvent.MembershipsChanged;
import im.chrysalis.wire.command.ServerEvent.MembershipsTaken;
import im.chrysalis.wire.command.ServerEvent.NetworksFound;
import im.chrysalis.wire.dialect.Dialect;

/**
 * Which lists hold now, since MSNP13: {@code ADL RML}; and who belongs to which network, since
 * MSNP14: {@code FQY}. The XML is that of {@link im.chrysalis.wire.payload.Memberships}.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/memberships.md">docs/protocol/memberships.md</a>
 */
final class MembershipCodecs {
  private MembershipCodecs() {}

  /** {@code ADL 9 71} and 71 bytes: these come onto lists; {@code RML}: these leave them. */
  static final Codec<ChangeMemberships> CHANGE_MEMBERSHIPS =
      Codec.of(
          (frame, _) ->
              new ChangeMemberships(frame.words().trId(), frame.words().verb(), frame.payload()),
          (it, _) -> Line.of(it.verb(), it.trId()).payload(it.xml()));

  /** {@code ADL 9 OK}. */
  static final Codec<MembershipsTaken> MEMBERSHIPS_TAKEN =
      Codec.ofLine(
          (words, _) -> new MembershipsTaken(words.trId(), words.verb()),
          (it, _) -> Line.of(it.verb(), it.trId()).word("OK"));

  /** {@code ADL 0 83} and 83 bytes: somebody put the client's owner on a list; or took them off. */
  static final Codec<MembershipsChanged> MEMBERSHIPS_CHANGED =
      Codec.of(
          (frame, _) -> new MembershipsChanged(frame.words().verb(), frame.payload()),
          (it, _) -> Line.of(it.verb()).word(0).payload(it.xml()));

  /** The answer, which has no payload, or what was not asked for. */
  static ServerEvent readMemberships(Frame frame, Dialect dialect) throws MalformedCommand {
    return frame.words().last().equals("OK")
        ? MEMBERSHIPS_TAKEN.read(frame, dialect)
        : MEMBERSHIPS_CHANGED.read(frame, dialect);
  }

  /** {@code FQY 12 53} and 53 bytes: where are these? */
  static final Codec<FindNetworks> FIND_NETWORKS =
      Codec.of(
          (frame, _) -> new FindNetworks(frame.words().trId(), frame.payload()),
          (it, _) -> Line.of("FQY", it.trId()).payload(it.xml()));

  /** {@code FQY 12 59} and 59 bytes: there. */
  static final Codec<NetworksFound> NETWORKS_FOUND =
      Codec.of(
          (frame, _) -> new NetworksFound(frame.words().trId(), frame.payload()),
          (it, _) -> Line.of("FQY", it.trId()).payload(it.xml()));
}

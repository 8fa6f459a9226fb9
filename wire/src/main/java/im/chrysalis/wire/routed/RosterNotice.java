package im.chrysalis.wire.routed;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the members of a group are told who else is in it: by a document that names who is there, and
 * by the path of who is there no more.
 *
 * @see RosterDocument
 * @see <a href="../../../../../../../../docs/protocol/routed.md#groups">docs/protocol/routed.md</a>
 */
public final class RosterNotice {
  /** What the notices about a group are about; what is about a member begins with it. */
  public static final String GROUP = "/circle";

  private static final String MEMBER = GROUP + "/roster(" + UserDocument.IM + ")/user(";
  private static final Pattern MEMBERS =
      Pattern.compile(Pattern.quote(MEMBER) + "([^()]{1,300})\\)");
  private static final byte[] NOTHING = {};

  private RosterNotice() {}

  /** These are there. Goes out as {@code NFY PUT}. */
  public static RoutedMessage here(
      RoutedAddress group, RoutedAddress to, List<RosterDocument.Member> members) {
    return partial(group, to, GROUP, RosterDocument.of(members).bytes());
  }

  /** One is there no more. Goes out as {@code NFY DEL}. */
  public static RoutedMessage gone(RoutedAddress group, RoutedAddress to, RoutedAddress who) {
    return partial(group, to, member(who), NOTHING);
  }

  /** The path of a member, by which clients leave, too. */
  public static String member(RoutedAddress who) {
    return MEMBER + who.word() + ")";
  }

  /** Who is there no more; nothing when the path is none of a member. */
  public static Optional<RoutedAddress> member(RoutedMessage message) {
    Matcher member = MEMBERS.matcher(message.uri());
    return member.matches() ? RoutedAddress.parse(member.group(1)) : Optional.empty();
  }

  private static RoutedMessage partial(
      RoutedAddress group, RoutedAddress to, String uri, byte[] document) {
    return RoutedMessage.notification(
        group, to, uri, "Partial", RosterDocument.CIRCLE_TYPE, document);
  }
}

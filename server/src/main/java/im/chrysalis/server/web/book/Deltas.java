package im.chrysalis.server.web.book;

import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.wire.xml.Element;
import java.util.Set;

/**
 * Clients with a copy of the lists ask for what has changed since. They are told to read everything
 * again: the copy may be of another network, or miss what was removed elsewhere. Who asks while
 * signed in, after a change of its own or because somebody waits for a decision, gets everything:
 * COMPAT MSNPSharp 3: it reads nothing again once it has signed in.
 */
final class Deltas {
  private static final String NEVER = "0001-";

  private static final Set<String> WHILE_SIGNED_IN =
      Set.of("ContactSave", "ContactMsgrAPI", "MessengerPendingList", "JoinedCircleDuringPush");

  private Deltas() {}

  /**
   * Refuses to tell only what has changed, if that is asked for.
   *
   * <p>COMPAT libpurple: it repeats a refused request at once and for ever, and gets everything.
   *
   * @param where the element below which the two others are
   * @param only says whether only changes are wanted
   * @param since says how old the copy is
   */
  static void refuse(Call call, Element where, String only, String since) throws Fault.Refused {
    boolean hasCopy = where.textAt(since).filter(it -> !it.startsWith(NEVER)).isPresent();
    boolean getsEverything = call.isLibpurple() || WHILE_SIGNED_IN.contains(call.scenario());
    if (hasCopy && where.flagAt(only).orElse(false) && !getsEverything) {
      throw BookFault.FULL_SYNC_REQUIRED.refused();
    }
  }
}

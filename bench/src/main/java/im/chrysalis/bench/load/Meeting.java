package im.chrysalis.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * Two people in one switchboard session. Their notification connections stay with the loop that
 * signed them in, which must be run now and then.
 *
 * @param host who opened the session
 * @param guest who answered the invitation
 */
record Meeting<S extends Seat>(S host, S guest) {

  /** Connects to a switchboard. */
  interface Door<S> {
    S enter(InetSocketAddress switchboard) throws IOException, LoadFailed;
  }

  /** Signs both in over sockets, and lets the first invite the second. */
  static <S extends Seat> Meeting<S> arrange(
      Loop loop, InetSocketAddress server, Account hosting, Account invited, Door<S> door)
      throws IOException, LoadFailed {
    Mailbox hostMail = new Mailbox(loop);
    SignIn hostSignIn = SignIn.begin(loop, server, Script.withPassword(hosting), hostMail);
    Mailbox guestMail = new Mailbox(loop);
    SignIn.begin(loop, server, Script.withPassword(invited), guestMail);
    hostMail.awaitReady("the host to sign in");
    guestMail.awaitReady("the guest to sign in");

    hostSignIn.connection().say("XFR " + SignIn.NEXT_TR_ID + " SB\r\n");
    String[] referral = hostMail.await("XFR");
    S host = door.enter(address(referral[3]));
    host.say("USR 1 " + hosting.address() + " " + referral[5] + "\r\n");
    host.await("USR");
    host.say("CAL 2 " + invited.address() + "\r\n");
    host.await("CAL");

    String[] ring = guestMail.await("RNG");
    S guest = door.enter(address(ring[2]));
    guest.say("ANS 1 " + invited.address() + " " + ring[4] + " " + ring[1] + "\r\n");
    guest.await("ANS");
    host.await("JOI");
    return new Meeting<>(host, guest);
  }

  private static InetSocketAddress address(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    return new InetSocketAddress(
        hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
  }
}

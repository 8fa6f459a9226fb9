package im.chrysalis.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/**
 * Two people in one switchboard session, as channels that block. Their notification connections
 * stay with the loop that signed them in, which must be run now and then.
 *
 * @param host who opened the session
 * @param guest who answered the invitation
 */
public record Conversation(SocketChannel host, SocketChannel guest) implements AutoCloseable {

  /** Signs both in, and lets the first invite the second. */
  public static Conversation open(
      Loop loop, InetSocketAddress server, Account hosting, Account invited)
      throws IOException, LoadFailed {
    Mailbox host = new Mailbox(loop);
    SignIn hostSignIn = SignIn.begin(loop, server, hosting, host);
    Mailbox guest = new Mailbox(loop);
    SignIn.begin(loop, server, invited, guest);
    host.awaitReady("the host to sign in");
    guest.awaitReady("the guest to sign in");

    hostSignIn.connection().say("XFR " + SignIn.NEXT_TR_ID + " SB\r\n");
    String[] referral = host.await("XFR");
    Mailbox hostTalk = new Mailbox(loop);
    Connection hostRoom = loop.open(address(referral[3]), hostTalk);
    hostTalk.awaitReady("the switchboard to accept");
    hostRoom.say("USR 1 " + hosting.address() + " " + referral[5] + "\r\n");
    hostTalk.await("USR");
    hostRoom.say("CAL 2 " + invited.address() + "\r\n");
    hostTalk.await("CAL");

    String[] ring = guest.await("RNG");
    Mailbox guestTalk = new Mailbox(loop);
    Connection guestRoom = loop.open(address(ring[2]), guestTalk);
    guestTalk.awaitReady("the switchboard to accept");
    guestRoom.say("ANS 1 " + invited.address() + " " + ring[4] + " " + ring[1] + "\r\n");
    guestTalk.await("ANS");
    hostTalk.await("JOI");
    return new Conversation(hostRoom.release(), guestRoom.release());
  }

  private static InetSocketAddress address(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    return new InetSocketAddress(
        hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
  }

  @Override
  public void close() throws IOException {
    host.close();
    guest.close();
  }
}

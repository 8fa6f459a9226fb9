package im.chrysalis.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Two people in one switchboard session, both through the gateway. */
public final class GatewayConversation implements AutoCloseable {
  private final GatewaySession host;
  private final GatewaySession guest;
  private final String arriving;

  private GatewayConversation(GatewaySession host, GatewaySession guest)
      throws IOException, LoadFailed {
    this.host = host;
    this.guest = guest;
    this.arriving = deliver();
    if (!arriving.endsWith(Ferry.payload())) {
      throw new LoadFailed("not the message that was sent: " + arriving);
    }
  }

  /** Signs both in over sockets, and lets the first invite the second through the gateway. */
  public static GatewayConversation open(
      Loop loop, InetSocketAddress server, InetSocketAddress http, Account hosting, Account invited)
      throws IOException, LoadFailed {
    Meeting<GatewaySession> meeting =
        Meeting.arrange(loop, server, hosting, invited, _ -> GatewaySession.open(http));
    return new GatewayConversation(meeting.host(), meeting.guest());
  }

  /** Sends one message, and waits until it has arrived at a poll that was there before. */
  public void pass() throws IOException, LoadFailed {
    if (!deliver().equals(arriving)) {
      throw new LoadFailed("a message did not arrive as the first one did");
    }
  }

  private String deliver() throws IOException, LoadFailed {
    guest.sendLongPoll();
    host.say(Ferry.MESSAGE_TEXT);
    return guest.receive();
  }

  /** Asks for what there is, when there is nothing. */
  public void poll() throws IOException, LoadFailed {
    String heard = guest.poll();
    if (!heard.isEmpty()) throw new LoadFailed("nobody expected: " + heard);
  }

  @Override
  public void close() throws IOException {
    host.close();
    guest.close();
  }
}

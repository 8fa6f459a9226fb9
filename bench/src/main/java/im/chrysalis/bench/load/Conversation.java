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

  private record SocketSeat(Connection room, Mailbox talk) implements Seat {
    static SocketSeat enter(Loop loop, InetSocketAddress switchboard)
        throws IOException, LoadFailed {
      Mailbox talk = new Mailbox(loop);
      Connection room = loop.open(switchboard, talk);
      talk.awaitReady("the switchboard to accept");
      return new SocketSeat(room, talk);
    }

    @Override
    public void say(String line) throws IOException {
      room.say(line);
    }

    @Override
    public void await(String verb) throws IOException, LoadFailed {
      talk.await(verb);
    }
  }

  /** Signs both in, and lets the first invite the second. */
  public static Conversation open(
      Loop loop, InetSocketAddress server, Account hosting, Account invited)
      throws IOException, LoadFailed {
    Meeting<SocketSeat> meeting =
        Meeting.arrange(loop, server, hosting, invited, door -> SocketSeat.enter(loop, door));
    return new Conversation(meeting.host().room().release(), meeting.guest().room().release());
  }

  @Override
  public void close() throws IOException {
    host.close();
    guest.close();
  }
}

package im.chrysalis.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** One connection of one person to a server. */
final class Connection implements AutoCloseable {
  /** How long something that must come is waited for; only a failing transcript waits so long. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Which round trip the server at the other end answers. */
  enum Stage {
    /** None yet: nobody has signed in here. */
    GREETING,
    SIGNED_IN,
    IN_CONVERSATION
  }

  private final Socket socket;
  private final StringBuilder unread = new StringBuilder();
  private final Deque<Arrival> putBack = new ArrayDeque<>();
  private String firstCommand = "";
  private Stage stage = Stage.GREETING;

  private Connection(Socket socket) {
    this.socket = socket;
  }

  static Connection to(InetSocketAddress address) throws IOException {
    var socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) PATIENCE.toMillis());
    socket.connect(address, (int) PATIENCE.toMillis());
    return new Connection(socket);
  }

  Stage stage() {
    return stage;
  }

  void send(String bytes) throws IOException {
    if (firstCommand.isEmpty()) {
      firstCommand = bytes.substring(0, Math.min(3, bytes.length()));
    }
    socket.getOutputStream().write(Bytes.array(bytes));
  }

  /** Ends the sending direction only: the server sees the end, and may still speak. */
  void sendNoMore() throws IOException {
    socket.shutdownOutput();
  }

  boolean maySend() {
    return !socket.isOutputShutdown();
  }

  /** The next command, or what came instead. */
  Arrival next() {
    return putBack.isEmpty() ? read() : putBack.removeFirst();
  }

  /** Reads on until a line matches, and drops what came before it. */
  Frame nextLike(String regex) throws NeverCame {
    while (true) {
      Arrival arrival = next();
      if (!(arrival instanceof Arrival.Command(Frame frame))) {
        throw new NeverCame("waited for " + regex + ", but " + arrival.told("    "));
      }
      if (frame.line().matches(regex)) {
        return frame;
      }
    }
  }

  /** Reads on until each of the lines has come, in whatever order, and drops everything else. */
  void awaitEach(Collection<String> regexes) throws NeverCame {
    var missing = new ArrayList<>(regexes);
    while (!missing.isEmpty()) {
      String line = nextLike(String.join("|", missing)).line();
      missing.removeIf(line::matches);
    }
  }

  /** What was waited for did not come. */
  static final class NeverCame extends Complaint {
    private static final long serialVersionUID = 1L;

    NeverCame(String message) {
      super(message);
    }
  }

  /** Gives back what was read too early; it comes before everything else. */
  void putBack(List<Arrival> arrivals) {
    arrivals.reversed().forEach(putBack::addFirst);
  }

  Optional<Arrival> firstPutBack() {
    return Optional.ofNullable(putBack.peekFirst());
  }

  void forgetPutBack() {
    putBack.clear();
  }

  private Arrival read() {
    try {
      InputStream in = socket.getInputStream();
      byte[] some = new byte[4096];
      while (true) {
        Arrival arrival = wholeCommand();
        if (!(arrival instanceof Arrival.Silence)) {
          return arrival;
        }
        int count = in.read(some);
        if (count < 0) {
          return new Arrival.Closed(unread.toString());
        }
        unread.append(Bytes.of(Arrays.copyOf(some, count)));
      }
    } catch (SocketTimeoutException _) {
      return new Arrival.Silence(unread.toString());
    } catch (IOException _) {
      // a reset: the server closed while bytes of ours were on their way
      return new Arrival.Closed(unread.toString());
    }
  }

  private Arrival wholeCommand() {
    int end = unread.indexOf("\n");
    if (end < 0) {
      return new Arrival.Silence(unread.toString());
    }
    if (end == 0 || unread.charAt(end - 1) != '\r') {
      return new Arrival.Garbled(unread.substring(0, end + 1), "the line does not end in CR LF");
    }
    String line = unread.substring(0, end - 1);
    var length = Frame.payloadLength(line);
    if (length.isEmpty()) {
      return new Arrival.Garbled(unread.substring(0, end + 1), "it needs a payload length");
    }
    int whole = end + 1 + length.get();
    if (unread.length() < whole) {
      return new Arrival.Silence(unread.toString());
    }
    var frame = new Frame(line, unread.substring(end + 1, whole));
    unread.delete(0, whole);
    notice(line);
    return new Arrival.Command(frame);
  }

  private void notice(String line) {
    if (firstCommand.equals("VER") && line.matches("USR \\d+ OK .*")) {
      stage = Stage.SIGNED_IN;
    } else if (!firstCommand.equals("VER") && line.matches("(USR|ANS) \\d+ OK.*")) {
      stage = Stage.IN_CONVERSATION;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

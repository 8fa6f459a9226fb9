package im.chrysalis.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * One person's session, from {@code VER} to the answer of the first {@code CHG} as a {@link Script}
 * has it; then the rest goes to a {@link Following}. Its lines are the same for everybody but for
 * address and proof, so that a yardstick can answer them from a recording.
 */
public final class SignIn implements Talker {
  /** The first transaction id that is free once somebody is signed in. */
  public static final int NEXT_TR_ID = 9;

  private static final int QUERY_TR_ID = 8;

  private enum State {
    SIGNING_IN,
    ONLINE,
    LEAVING
  }

  /** What becomes of a sign-in. */
  public interface Following {
    /** The server has answered the first {@code CHG}. */
    void signedIn(SignIn it) throws IOException;

    /** A command came after signing in. */
    default void heard(SignIn it, Line line) throws IOException {}

    /** The server closed the connection after {@link SignIn#leave}. */
    default void left(SignIn it) throws IOException {}

    /** The server refused, closed, or spoke nonsense. */
    void failed(SignIn it, String why);
  }

  private final Script script;
  private final Following following;
  private final Optional<Recording> recording;
  private final long begun = System.nanoTime();
  private State state = State.SIGNING_IN;

  /** How many steps of the script were taken; {@code VER} is none of them. */
  private int taken;

  private final Connection connection;

  private SignIn(
      Loop loop,
      InetSocketAddress server,
      Script script,
      Following following,
      Optional<Recording> recording)
      throws IOException {
    this.script = script;
    this.following = following;
    this.recording = recording;
    this.connection = loop.open(server, this);
  }

  /** Connects to a notification server and signs in. */
  public static SignIn begin(
      Loop loop, InetSocketAddress server, Script script, Following following) throws IOException {
    return new SignIn(loop, server, script, following, Optional.empty());
  }

  /**
   * Like {@link #begin}, and keeps what the server answers until the first {@code CHG}'s answer.
   */
  public static SignIn begin(
      Loop loop, InetSocketAddress server, Script script, Following following, Recording recording)
      throws IOException {
    return new SignIn(loop, server, script, following, Optional.of(recording));
  }

  public Account account() {
    return script.account();
  }

  public Connection connection() {
    return connection;
  }

  /** When the connection was opened, on the clock of {@link System#nanoTime}. */
  public long begun() {
    return begun;
  }

  /** Signs out; {@link Following#left} follows when the server has closed the connection. */
  public void leave() throws IOException {
    state = State.LEAVING;
    connection.say("OUT\r\n");
  }

  @Override
  public void connected(Connection to) throws IOException {
    say(to, "VER 1 " + script.dialect() + " CVR0\r\n");
  }

  @Override
  public void heard(Connection from, Line line) throws IOException {
    if (state == State.SIGNING_IN) recording.ifPresent(it -> it.heard(line.raw()));
    if (line.is("CHL")) {
      // not the answer of MSNP11 and later; who signs in with those leaves before it is asked for
      from.say(Md5.query(QUERY_TR_ID, line.words(3)[2]));
    } else if (line.isError() || line.is("OUT")) {
      from.close();
      following.failed(this, where() + " heard: " + line.text());
    } else if (state == State.ONLINE) {
      if (!line.is("QRY")) following.heard(this, line);
    } else if (state == State.SIGNING_IN && isAnswered(line)) {
      advance(from, line);
    }
  }

  private boolean isAnswered(Line line) throws IOException {
    if (taken > 0) return script.steps().get(taken - 1).answer().endsWith(line);
    if (!line.is("VER")) return false;
    if (!line.words(3)[2].equals(script.dialect())) {
      throw new IOException("no " + script.dialect() + ": " + line.text());
    }
    return true;
  }

  private void advance(Connection to, Line line) throws IOException {
    if (taken == script.steps().size()) {
      state = State.ONLINE;
      following.signedIn(this);
    } else {
      say(to, script.steps().get(taken++).saying().after(line));
    }
  }

  @Override
  public void closed(Connection from, String why) {
    if (state != State.LEAVING) {
      following.failed(this, where() + ": " + why);
      return;
    }
    try {
      following.left(this);
    } catch (IOException e) {
      following.failed(this, account().address() + " after leaving: " + e.getMessage());
    }
  }

  private String where() {
    return account().address()
        + (state == State.SIGNING_IN ? " at step " + taken + " of " + script.dialect() : " online");
  }

  private void say(Connection to, String line) throws IOException {
    recording.ifPresent(Recording::said);
    to.say(line);
  }
}

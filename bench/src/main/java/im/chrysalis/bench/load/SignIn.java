package im.chrysalis.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * One person's session with MSNP7, from {@code VER} to the answer of the first {@code CHG}; then
 * the rest goes to a {@link Following}. Its lines are the same for everybody but for address and
 * proof, so that a yardstick can answer them from a recording.
 */
public final class SignIn implements Talker {
  /** The first transaction id that is free once somebody is signed in. */
  public static final int NEXT_TR_ID = 8;

  private static final int QUERY_TR_ID = 7;

  private enum Step {
    VERSION,
    PACKAGE,
    NAME,
    PROOF,
    LISTS,
    STATUS,
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

  private final Account account;
  private final Following following;
  private final Optional<Recording> recording;
  private final long begun = System.nanoTime();
  private Step step = Step.VERSION;
  private final Connection connection;

  private SignIn(
      Loop loop,
      InetSocketAddress server,
      Account account,
      Following following,
      Optional<Recording> recording)
      throws IOException {
    this.account = account;
    this.following = following;
    this.recording = recording;
    this.connection = loop.open(server, this);
  }

  /** Connects to a notification server and signs in. */
  public static SignIn begin(
      Loop loop, InetSocketAddress server, Account account, Following following)
      throws IOException {
    return new SignIn(loop, server, account, following, Optional.empty());
  }

  /**
   * Like {@link #begin}, and keeps what the server answers until the first {@code CHG}'s answer.
   */
  public static SignIn begin(
      Loop loop,
      InetSocketAddress server,
      Account account,
      Following following,
      Recording recording)
      throws IOException {
    return new SignIn(loop, server, account, following, Optional.of(recording));
  }

  public Account account() {
    return account;
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
    step = Step.LEAVING;
    connection.say("OUT\r\n");
  }

  @Override
  public void connected(Connection to) throws IOException {
    say(to, "VER 1 MSNP7 CVR0\r\n");
  }

  @Override
  public void heard(Connection from, Line line) throws IOException {
    if (step.compareTo(Step.ONLINE) < 0) recording.ifPresent(it -> it.heard(line.raw()));
    if (line.is("CHL")) {
      from.say(Md5.query(QUERY_TR_ID, line.words(3)[2]));
    } else if (line.isError() || line.is("OUT")) {
      from.close();
      following.failed(this, account.address() + " at " + step + " heard: " + line.text());
    } else if (step == Step.ONLINE) {
      if (!line.is("QRY")) following.heard(this, line);
    } else {
      advance(from, line);
    }
  }

  private void advance(Connection to, Line line) throws IOException {
    switch (step) {
      case VERSION -> {
        if (!line.is("VER")) return;
        if (!line.words(3)[2].equals("MSNP7")) throw new IOException("no MSNP7: " + line.text());
        step = Step.PACKAGE;
        say(to, "INF 2\r\n");
      }
      case PACKAGE -> {
        if (!line.is("INF")) return;
        step = Step.NAME;
        say(to, "USR 3 MD5 I " + account.address() + "\r\n");
      }
      case NAME -> {
        if (!line.is("USR")) throw new IOException("no challenge but: " + line.text());
        step = Step.PROOF;
        say(to, "USR 4 MD5 S " + Md5.answer(line.words(5)[4], account.password()) + "\r\n");
      }
      case PROOF -> {
        if (!line.is("USR")) return;
        step = Step.LISTS;
        say(to, "SYN 5 0\r\n");
      }
      case LISTS -> {
        if (!endsLists(line)) return;
        step = Step.STATUS;
        say(to, "CHG 6 NLN\r\n");
      }
      case STATUS -> {
        if (!line.is("CHG")) return;
        step = Step.ONLINE;
        following.signedIn(this);
      }
      case ONLINE, LEAVING -> {}
    }
  }

  /** The last reverse-list entry: {@code LST 5 RL 27 3 3 ben@x Ben}, or {@code LST 5 RL 27 0 0}. */
  private static boolean endsLists(Line line) throws IOException {
    if (!line.is("LST")) return false;
    String[] words = line.words(6);
    return words[2].equals("RL") && words[4].equals(words[5]);
  }

  @Override
  public void closed(Connection from, String why) {
    if (step != Step.LEAVING) {
      following.failed(this, account.address() + " at " + step + ": " + why);
      return;
    }
    try {
      following.left(this);
    } catch (IOException e) {
      following.failed(this, account.address() + " after leaving: " + e.getMessage());
    }
  }

  private void say(Connection to, String line) throws IOException {
    recording.ifPresent(Recording::said);
    to.say(line);
  }
}

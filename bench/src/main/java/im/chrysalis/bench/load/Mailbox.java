package im.chrysalis.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps what one connection hears until somebody asks, for scripts read from top to bottom. */
final class Mailbox implements Talker, SignIn.Following {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Loop loop;
  private final Deque<String> lines = new ArrayDeque<>();
  private boolean ready;

  Mailbox(Loop loop) {
    this.loop = loop;
  }

  /** Waits until the connection stands or the person is signed in. */
  void awaitReady(String what) throws IOException, LoadFailed {
    loop.runUntil(() -> ready, PATIENCE, what);
  }

  /** Waits for the next command of this name; others before it are dropped. */
  String[] await(String verb) throws IOException, LoadFailed {
    loop.runUntil(() -> has(verb), PATIENCE, verb);
    return lines.remove().split(" ");
  }

  private boolean has(String verb) {
    while (!lines.isEmpty() && !lines.peek().startsWith(verb)) {
      String other = lines.remove();
      if (Character.isDigit(other.charAt(0))) loop.fail("waited for " + verb + ", heard: " + other);
    }
    return !lines.isEmpty();
  }

  @Override
  public void connected(Connection connection) {
    ready = true;
  }

  @Override
  public void heard(Connection connection, Line line) {
    lines.add(line.text());
  }

  @Override
  public void closed(Connection connection, String why) {
    loop.fail("switchboard: " + why);
  }

  @Override
  public void signedIn(SignIn it) {
    ready = true;
  }

  @Override
  public void heard(SignIn it, Line line) {
    lines.add(line.text());
  }

  @Override
  public void failed(SignIn it, String why) {
    loop.fail(why);
  }
}

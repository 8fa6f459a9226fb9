package im.chrysalis.bench.scenario;

import im.chrysalis.bench.load.Account;
import im.chrysalis.bench.load.LoadFailed;
import im.chrysalis.bench.load.Loop;
import im.chrysalis.bench.load.Recording;
import im.chrysalis.bench.load.Script;
import im.chrysalis.bench.load.SignIn;
import im.chrysalis.bench.report.Latencies;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Everybody signs in at once and stays. Who is refused or cut off tries again, as clients do, but
 * without their patience: at once.
 */
final class Rush implements SignIn.Following {
  /** So many connections are begun before the loop looks after the others again. */
  private static final int BATCH = 1_000;

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Loop loop;
  private final InetSocketAddress server;
  private final Crowd crowd;
  private Recording recording = new Recording();
  private final Latencies latencies = new Latencies();
  private final List<Integer> perSecond = new ArrayList<>();
  private final long begun = System.nanoTime();
  private int called;
  private int online;
  private int refusals;
  private String lastRefusal = "";
  private long lastSignIn = begun;

  Rush(Loop loop, InetSocketAddress server, Crowd crowd) {
    this.loop = loop;
    this.server = server;
    this.crowd = crowd;
  }

  /** Runs until everybody is in, or for half a minute. */
  void run() throws IOException, LoadFailed {
    long end = begun + LONGEST.toNanos();
    loop.runUntil(
        () -> {
          for (int i = 0; i < BATCH && called < crowd.people(); i++) call(crowd.person(called++));
          return online == crowd.people() || System.nanoTime() > end;
        },
        LONGEST.plusSeconds(10),
        "everybody to come back");
    if (online == 0) throw new LoadFailed("nobody could sign in: " + lastRefusal);
  }

  private void call(Account account) {
    try {
      if (account.equals(crowd.person(0))) {
        recording = new Recording();
        SignIn.begin(loop, server, Script.withPassword(account), this, recording);
      } else {
        SignIn.begin(loop, server, Script.withPassword(account), this);
      }
    } catch (IOException e) {
      loop.fail(account.address() + " cannot connect: " + e.getMessage());
    }
  }

  @Override
  public void signedIn(SignIn it) {
    online++;
    lastSignIn = System.nanoTime();
    latencies.record(lastSignIn - it.begun());
    int second = (int) ((lastSignIn - begun) / 1_000_000_000L);
    while (perSecond.size() <= second) perSecond.add(0);
    perSecond.set(second, perSecond.get(second) + 1);
  }

  @Override
  public void failed(SignIn it, String why) {
    refusals++;
    lastRefusal = why;
    call(it.account());
  }

  /** What the first person was answered. */
  List<byte[]> answers() {
    return recording.answers();
  }

  int online() {
    return online;
  }

  Latencies latencies() {
    return latencies;
  }

  /** Sign-ins per second from the first connection to the last person signed in. */
  double perSecond() {
    return online / ((lastSignIn - begun) / 1e9);
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add("signed in, second by second: " + perSecond);
    if (online < crowd.people()) {
      notes.add("only %,d of %,d people were back in 30 s".formatted(online, crowd.people()));
    }
    if (refusals > 0) notes.add("%,d refusals, the last: %s".formatted(refusals, lastRefusal));
    return notes;
  }
}

package im.chrysalis.bench.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import im.chrysalis.bench.load.Account;
import im.chrysalis.bench.load.Line;
import im.chrysalis.bench.load.LoadFailed;
import im.chrysalis.bench.load.Loop;
import im.chrysalis.bench.load.Script;
import im.chrysalis.bench.load.SignIn;
import im.chrysalis.bench.report.Latencies;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** One person who changes status, and the watchers who must hear of each change. */
final class Audience implements SignIn.Following {
  static final List<String> STATUSES = List.of("AWY", "BSY");

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Loop loop;
  private final int watchers;
  private SignIn star;
  private int online;
  private int changes;
  private int heard;
  private boolean echoed;
  private long saidAt;
  private byte[] expected = {};
  private Latencies latencies = new Latencies();

  /** Signs everybody in, the watched person last. */
  Audience(Loop loop, InetSocketAddress server, Crowd crowd) throws IOException, LoadFailed {
    this.loop = loop;
    this.watchers = crowd.watchers();
    for (int i = 0; i < watchers; i++) {
      SignIn.begin(loop, server, Script.withPassword(crowd.watcher(i)), this);
      int wanted = i + 1;
      loop.runUntil(() -> online == wanted, PATIENCE, "a watcher to sign in");
    }
    Account watched = crowd.star();
    star = SignIn.begin(loop, server, Script.withPassword(watched), this);
    loop.runUntil(() -> online == watchers + 1, PATIENCE, "the watched person to sign in");
    loop.runFor(Duration.ofMillis(200));
  }

  /** Changes status for some time, each change after everybody has heard of the one before. */
  Stretch.Done run(Duration time) throws IOException, LoadFailed {
    long end = System.nanoTime() + time.toNanos();
    latencies = new Latencies();
    long notifications = 0;
    while (System.nanoTime() < end) {
      change();
      notifications += watchers;
    }
    return new Stretch.Done(notifications, latencies);
  }

  private void change() throws IOException, LoadFailed {
    String status = STATUSES.get(changes++ % STATUSES.size());
    expected = notification(star.account(), status);
    heard = 0;
    echoed = false;
    saidAt = System.nanoTime();
    star.connection().say(change(status));
    loop.runUntil(
        () -> heard == watchers && echoed,
        PATIENCE,
        "all watchers to hear of a change, after " + heard);
  }

  /** The line that asks for a status, and the server's answer to it. */
  static String change(String status) {
    return "CHG " + SignIn.NEXT_TR_ID + " " + status + "\r\n";
  }

  /** What a watcher hears. The display name is the address up to its at sign. */
  static byte[] notification(Account star, String status) {
    String name = star.address().substring(0, star.address().indexOf('@'));
    return ("NLN " + status + " " + star.address() + " " + name + "\r\n").getBytes(ISO_8859_1);
  }

  @Override
  public void signedIn(SignIn it) {
    online++;
  }

  @Override
  public void heard(SignIn it, Line line) {
    if (it == star) {
      echoed |= line.is("CHG");
    } else if (line.equalTo(expected)) {
      heard++;
      latencies.record(System.nanoTime() - saidAt);
    } else if (changes > 0) {
      loop.fail(it.account().address() + " did not expect: " + line.text());
    }
  }

  @Override
  public void failed(SignIn it, String why) {
    loop.fail(why);
  }
}

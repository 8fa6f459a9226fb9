package im.chrysalis.bench.load;

import im.chrysalis.bench.report.Latencies;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Signs many people in, a bounded number at a time; the first refusal ends the run. */
public final class Wave implements SignIn.Following {

  /** What people do once they are signed in. */
  public enum Then {
    LEAVE,
    STAY
  }

  private final Loop loop;
  private final InetSocketAddress server;
  private final IntFunction<Script> people;
  private final int atOnce;
  private final Then then;
  private final List<SignIn> online = new ArrayList<>();
  private Latencies latencies = new Latencies();
  private int begun;
  private int done;

  /**
   * @param people who comes as the n-th, counted from 0
   * @param atOnce how many may be on their way in at one time
   */
  public Wave(
      Loop loop, InetSocketAddress server, IntFunction<Script> people, int atOnce, Then then) {
    this.loop = loop;
    this.server = server;
    this.people = people;
    this.atOnce = atOnce;
    this.then = then;
  }

  /** Lets this many more people come, and waits until all are done. */
  public void run(int count, Duration limit) throws IOException, LoadFailed {
    int last = begun + count;
    drive(() -> begun < last, limit);
  }

  /** Lets people come for some time, then waits for those on their way. */
  public void runFor(Duration time, Duration limit) throws IOException, LoadFailed {
    long end = System.nanoTime() + time.toNanos();
    drive(() -> System.nanoTime() < end, limit);
  }

  private void drive(BooleanSupplier more, Duration limit) throws IOException, LoadFailed {
    loop.runUntil(
        () -> {
          while (begun - done < atOnce && more.getAsBoolean()) begin();
          return begun == done && !more.getAsBoolean();
        },
        limit,
        "people to sign in");
  }

  private void begin() {
    Script script = people.apply(begun++);
    try {
      SignIn.begin(loop, server, script, this);
    } catch (IOException e) {
      loop.fail(script.account().address() + " cannot connect: " + e.getMessage());
      done++;
    }
  }

  @Override
  public void signedIn(SignIn it) throws IOException {
    latencies.record(System.nanoTime() - it.begun());
    if (then == Then.LEAVE) {
      it.leave();
    } else {
      online.add(it);
      done++;
    }
  }

  @Override
  public void left(SignIn it) {
    done++;
  }

  @Override
  public void failed(SignIn it, String why) {
    loop.fail(why);
  }

  /** How many have signed in, and left where that was wanted. */
  public int done() {
    return done;
  }

  /** Who stayed. */
  public List<SignIn> online() {
    return online;
  }

  /** From opening the connection to the answer of the first {@code CHG}, since last asked. */
  public Latencies takeLatencies() {
    Latencies taken = latencies;
    latencies = new Latencies();
    return taken;
  }
}

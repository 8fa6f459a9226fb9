package im.chrysalis.bench.scenario;

import im.chrysalis.bench.load.LoadFailed;
import im.chrysalis.bench.load.Loop;
import im.chrysalis.bench.load.Recording;
import im.chrysalis.bench.load.Script;
import im.chrysalis.bench.load.SignIn;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** Signs one person in and out, to give a yardstick the answers that the server gave. */
final class Answers implements SignIn.Following {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Loop loop;
  private boolean left;

  private Answers(Loop loop) {
    this.loop = loop;
  }

  static List<byte[]> record(Loop loop, InetSocketAddress server, Script script)
      throws IOException, LoadFailed {
    Recording recording = new Recording();
    Answers answers = new Answers(loop);
    SignIn.begin(loop, server, script, answers, recording);
    loop.runUntil(() -> answers.left, PATIENCE, script.account().address() + " to sign in and out");
    return recording.answers();
  }

  @Override
  public void signedIn(SignIn it) throws IOException {
    it.leave();
  }

  @Override
  public void left(SignIn it) {
    left = true;
  }

  @Override
  public void failed(SignIn it, String why) {
    loop.fail(why);
  }
}

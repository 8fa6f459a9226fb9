package im.chrysalis.app;

import im.chrysalis.app.operate.Reload;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./chrysalis reload}. */
@Command(
    name = "reload",
    description = "Lets the running server read its configuration again; nobody is disconnected.",
    mixinStandardHelpOptions = true)
final class ReloadCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Place place = new Place();

  ReloadCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Reload.Done done = Desk.order(place, new Reload());
    done.changed().forEach(key -> terminal.out().println(key + "  has its new value"));
    done.atNextStart().forEach(key -> terminal.out().println(key + "  needs a restart"));
    if (done.changed().isEmpty() && done.atNextStart().isEmpty()) {
      terminal.out().println("nothing has changed");
    }
    return 0;
  }
}

package im.chrysalis.app;

import im.chrysalis.app.config.Choices;
import im.chrysalis.app.config.Setting;
import im.chrysalis.app.config.Settings;
import im.chrysalis.app.config.Unfit;
import im.chrysalis.app.serve.Service;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./chrysalis serve}. */
@Command(
    name = "serve",
    description = {
      "Runs the server until SIGTERM or Ctrl-C.",
      "A port of 0 means any free one. What is set here wins over the configuration file."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ServeCommand implements Callable<Integer> {
  /** Within this, also a stop that hangs has ended. */
  private static final Duration LONGEST_STOP = Duration.ofMillis(7500);

  private final Terminal terminal;

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin Place place = new Place();

  @Option(
      names = "--host",
      paramLabel = "ADDR",
      description = "The address to listen on. Default: 0.0.0.0, all of this machine's")
  Optional<String> host = Optional.empty();

  @Option(
      names = "--advertise",
      paramLabel = "HOST[,NET/BITS=HOST...]",
      description = {
        "Under which name clients reach this machine, and those of single networks.",
        "Default: the address that each of them has reached"
      })
  Optional<String> advertise = Optional.empty();

  @Option(names = "--dispatch-port", paramLabel = "PORT", description = "Default: 1863")
  Optional<String> dispatchPort = Optional.empty();

  @Option(names = "--notification-port", paramLabel = "PORT", description = "Default: 1864")
  Optional<String> notificationPort = Optional.empty();

  @Option(names = "--switchboard-port", paramLabel = "PORT", description = "Default: 1865")
  Optional<String> switchboardPort = Optional.empty();

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      description = "Default: 80, or 8081 where that is not permitted")
  Optional<String> httpPort = Optional.empty();

  @Option(
      names = "--https-port",
      paramLabel = "PORT",
      description = "Default: 443, or 8443 where that is not permitted")
  Optional<String> httpsPort = Optional.empty();

  @Option(names = "--site-port", paramLabel = "PORT", description = "Default: 8080")
  Optional<String> sitePort = Optional.empty();

  @Option(
      names = "--legacy-tls",
      description = "Admits the TLS of old clients on the https port, and only there.")
  boolean legacyTls;

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    CompletableFuture<Stop> stop = new CompletableFuture<>();
    Signals.onStop(() -> stop.complete(Stop.ASKED));
    try (Service service = Service.start(place.sources(commandLine()))) {
      service.server().cutOff().thenRun(() -> stop.complete(Stop.CUT_OFF));
      tell(service);
      if (stop.join() == Stop.CUT_OFF) {
        terminal
            .err()
            .println(
                "chrysalis: the other servers of the network go on without this one, which they"
                    + " could not reach: it stops; start it again when they can");
      }
      LastResort.haltAfter(LONGEST_STOP);
    }
    return stop.join() == Stop.ASKED ? 0 : 1;
  }

  /** Why the server ends. */
  private enum Stop {
    ASKED,
    CUT_OFF
  }

  private Choices commandLine() {
    Choices choices = Choices.NONE;
    choices = choose(choices, "--host", Settings.HOST, host);
    choices = choose(choices, "--advertise", Settings.ADVERTISE, advertise);
    choices =
        choose(
            choices,
            "--dispatch-port",
            Settings.DISPATCH_PORT,
            dispatchPort.map(ServeCommand::port));
    choices =
        choose(
            choices,
            "--notification-port",
            Settings.NOTIFICATION_PORT,
            notificationPort.map(ServeCommand::port));
    choices =
        choose(
            choices,
            "--switchboard-port",
            Settings.SWITCHBOARD_PORT,
            switchboardPort.map(ServeCommand::port));
    choices = choose(choices, "--http-port", Settings.HTTP_PORT, httpPort.map(ServeCommand::port));
    choices =
        choose(choices, "--https-port", Settings.HTTPS_PORT, httpsPort.map(ServeCommand::port));
    choices = choose(choices, "--site-port", Settings.SITE_PORT, sitePort.map(ServeCommand::port));
    return choose(
        choices, "--legacy-tls", Settings.LEGACY_TLS, Optional.of(legacyTls).filter(it -> it));
  }

  /** A number as the configuration file would have it; any other text is refused as such. */
  private static Object port(String text) {
    return text.matches("\\d{1,9}") ? (Object) Long.valueOf(text) : text;
  }

  private Choices choose(Choices choices, String option, Setting<?> setting, Optional<?> value) {
    if (value.isEmpty()) {
      return choices;
    }
    try {
      return choices.set(setting, value.get());
    } catch (Unfit unfit) {
      throw new ParameterException(spec.commandLine(), option + " " + unfit.getMessage());
    }
  }

  private void tell(Service service) {
    var listening = service.listening();
    int width = listening.stream().mapToInt(it -> it.name().length()).max().orElse(0) + 4;
    listening.forEach(it ->
        terminal
            .out()
            .println(
                it.name()
                    + " ".repeat(width - it.name().length())
                    + text(it.address())
                    + it.insteadOf().map(ServeCommand::forbidden).orElse("")));
    if (service.hasNoAccount()) {
      String data = place.data.equals(Place.NORMAL) ? "" : " --data " + quoted(place.data);
      terminal.out().println();
      terminal.out().println("There is no account yet. Make one in another terminal:");
      terminal
          .out()
          .println("  ./chrysalis account create you@example.com --legacy-clients" + data);
      terminal.out().println("Then connect MSN Messenger; ./chrysalis connect-info tells how.");
      terminal.out().println();
    }
    terminal.out().println("ready");
    terminal.out().flush();
  }

  private static String forbidden(int port) {
    return "    (this user is not permitted to listen on " + port + ")";
  }

  private static String quoted(Object path) {
    String text = path.toString();
    return text.matches("[A-Za-z0-9_./:@%+=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  private static String text(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}

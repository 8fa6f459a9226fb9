package im.chrysalis.app;

import im.chrysalis.app.config.Choices;
import im.chrysalis.app.config.Configuration;
import im.chrysalis.app.operate.Refused;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./chrysalis connect-info}: how an unmodified old client is led here. */
@Command(
    name = "connect-info",
    description = "Prints what to put where so that old clients find this server.",
    mixinStandardHelpOptions = true)
final class ConnectInfoCommand implements Callable<Integer> {
  /** What clients up to MSNP7 look up. */
  private static final List<String> NAMES = List.of("messenger.hotmail.com");

  /** What they connect to, whatever a hosts file says. */
  private static final int THEIR_PORT = 1863;

  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Option(
      names = "--address",
      paramLabel = "HOST",
      description = {
        "By which IPv4 address, or name with one, clients reach this machine.",
        "Default: the advertised one, else that of this machine"
      })
  Optional<String> address = Optional.empty();

  ConnectInfoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Configuration configuration = Configuration.of(place.data, place.sources(Choices.NONE).read());
    Optional<String> host = address.or(configuration.advertised()::general);
    String here = host.isPresent() ? ofName(host.get()) : OwnAddress.find().getHostAddress();
    terminal.out().println("# for the client's hosts file");
    terminal.out().println("# Windows 95 to Me: C:\\WINDOWS\\HOSTS");
    terminal.out().println("# Windows NT to XP: C:\\WINDOWS\\system32\\drivers\\etc\\hosts");
    NAMES.forEach(name -> terminal.out().println(here + "\t" + name));
    terminal
        .out()
        .println(
            "# clients connect to port "
                + THEIR_PORT
                + "; see docs/clients.md for settings of others");
    int port = configuration.ports().dispatch();
    if (port != THEIR_PORT) {
      terminal
          .err()
          .println(
              "The dispatch port is set to %d: clients that can't be told so do not find it."
                  .formatted(port));
    }
    return 0;
  }

  /** A hosts file takes addresses only. */
  private static String ofName(String host) throws Refused {
    try {
      return Stream.of(InetAddress.getAllByName(host))
          .filter(Inet4Address.class::isInstance)
          .findFirst()
          .map(InetAddress::getHostAddress)
          .orElseThrow(() -> new Refused(host + " has no IPv4 address; old clients know no other"));
    } catch (UnknownHostException unknown) {
      throw new Refused("the address of " + host + " can't be found out");
    }
  }
}

package im.chrysalis.app;

import im.chrysalis.app.config.Choices;
import im.chrysalis.app.config.Configuration;
import im.chrysalis.app.config.Ports;
import im.chrysalis.app.operate.Refused;
import im.chrysalis.net.tls.ServiceNames;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
  /** What clients connect to, whatever a hosts file says. */
  private static final Ports THEIRS = Ports.DEFAULT;

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

  @Option(
      names = "--reg",
      paramLabel = "FILE",
      description = "Also writes a file for the registry editor of Windows 95 to XP.")
  Optional<Path> reg = Optional.empty();

  ConnectInfoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Configuration configuration = Configuration.of(place.data, place.sources(Choices.NONE).read());
    Optional<String> host = address.or(configuration.advertised()::general);
    String here = host.isPresent() ? ofName(host.get()) : OwnAddress.find().getHostAddress();
    Ports ports = configuration.ports();
    if (reg.isPresent()) {
      Files.writeString(
          reg.get(), RegistryFile.leadingTo(here, ports.dispatch()), StandardCharsets.US_ASCII);
    }
    lead(here);
    trust(here, ports);
    warn(ports);
    return 0;
  }

  private void lead(String here) {
    say("# for the client's hosts file");
    say("# Windows 95 to Me: C:\\WINDOWS\\HOSTS");
    say("# Windows NT to XP: C:\\WINDOWS\\system32\\drivers\\etc\\hosts");
    say("# up to MSN Messenger 4.7 the first line is enough");
    ServiceNames.ALL.forEach(name -> say(here + "\t" + name));
    say("# Windows 8 and later use login.live.com themselves: lead it only where that is no loss");
    say(
        "# clients connect to port "
            + THEIRS.dispatch()
            + "; see docs/clients.md for settings of others");
  }

  private void trust(String here, Ports ports) {
    String site = "http://" + here + (ports.http() == THEIRS.http() ? "" : ":" + ports.http());
    say("# from MSN Messenger 5 on, clients must trust this server's certificates: open");
    say("# " + site + "/ca.crt on their machine while the server runs, and install it under");
    say("# \"Trusted Root Certification Authorities\"; other systems take " + site + "/ca.pem");
    say("# clients on Windows XP and older need a server with --legacy-tls, see docs/operating.md");
  }

  private void warn(Ports ports) {
    warn("dispatch", ports.dispatch(), THEIRS.dispatch());
    warn("http", ports.http(), THEIRS.http());
    warn("https", ports.https(), THEIRS.https());
  }

  private void warn(String part, int port, int theirs) {
    if (port != theirs) {
      terminal
          .err()
          .println(
              "The %s port is set to %d, not %d: clients that can't be told so do not find it."
                  .formatted(part, port, theirs));
    }
  }

  private void say(String line) {
    terminal.out().println(line);
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

package im.chrysalis.app;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./chrysalis connect-info}: how an unmodified old client is led here. */
@Command(
    name = "connect-info",
    description = "Prints what to put where so that old clients find this server.",
    mixinStandardHelpOptions = true)
final class ConnectInfoCommand implements Callable<Integer> {
  /** What clients up to MSNP7 look up. */
  private static final List<String> NAMES = List.of("messenger.hotmail.com");

  private final Terminal terminal;

  @Option(
      names = "--address",
      paramLabel = "HOST",
      description = "The IPv4 address by which clients reach this machine. Default: found out")
  Optional<String> address = Optional.empty();

  ConnectInfoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws SocketException {
    String here = address.orElse(own().map(InetAddress::getHostAddress).orElse("127.0.0.1"));
    terminal.out().println("# for the client's hosts file");
    terminal.out().println("# Windows 95 to Me: C:\\WINDOWS\\HOSTS");
    terminal.out().println("# Windows NT to XP: C:\\WINDOWS\\system32\\drivers\\etc\\hosts");
    NAMES.forEach(name -> terminal.out().println(here + "\t" + name));
    terminal
        .out()
        .println("# clients connect to port 1863; see docs/clients.md for settings of others");
    return 0;
  }

  /** The first address of this machine that others can reach. */
  private static Optional<InetAddress> own() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(it -> it instanceof Inet4Address && !it.isLoopbackAddress())
        .findFirst();
  }
}

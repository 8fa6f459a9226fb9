package im.chrysalis.bench.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Our server, started as users start it. */
public final class ServerProcess implements Measured {
  private static final String HOST = "127.0.0.1";
  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final List<String> PORT_OPTIONS =
      List.of(
          "--notification-port",
          "--dispatch-port",
          "--switchboard-port",
          "--http-port",
          "--https-port",
          "--site-port");

  /** How much the launcher may do beside starting. */
  public enum Launch {
    /** Only start what is built: nothing else may run while something is measured. */
    AS_BUILT,
    /** Everything it does for a user, such as looking for changed sources. */
    AS_USERS_DO;

    Map<String, String> environment() {
      return this == AS_BUILT ? Launcher.NOTHING_ELSE : Map.of();
    }
  }

  private final Child child;
  private final ProcessMeter meter;
  private final List<Integer> ports;
  private final Duration timeToReady;
  private final Duration cpuToReady;

  private ServerProcess(Child child, ProcessMeter meter, List<Integer> ports, Duration timeToReady)
      throws CannotMeasure {
    this.child = child;
    this.meter = meter;
    this.ports = ports;
    this.timeToReady = timeToReady;
    this.cpuToReady = meter.cpuWithChildren();
  }

  /**
   * Starts a server on free ports and waits until it is ready.
   *
   * @param log takes what it prints on standard error
   */
  public static ServerProcess start(Launcher launcher, Launch launch, Path data, Path log)
      throws CannotMeasure {
    List<String> command = launcher.command("serve", "--data", data.toString(), "--host", HOST);
    List<Integer> ports = freePorts(PORT_OPTIONS.size());
    for (int i = 0; i < ports.size(); i++) {
      command.addAll(List.of(PORT_OPTIONS.get(i), ports.get(i).toString()));
    }
    launcher.configuration().ifPresent(it -> command.addAll(List.of("--config", it.toString())));
    long begun = System.nanoTime();
    Child child = new Child("the server", command, launch.environment(), log, "ready"::equals);
    child.awaitReady(LONGEST_START);
    Duration timeToReady = Duration.ofNanos(System.nanoTime() - begun);
    try {
      return new ServerProcess(child, ProcessMeter.of(child.pid()), ports, timeToReady);
    } catch (CannotMeasure e) {
      child.stop();
      throw e;
    }
  }

  /** Ports that were free a moment ago, all different. */
  private static List<Integer> freePorts(int count) throws CannotMeasure {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      try {
        for (int i = 0; i < count; i++) {
          sockets.add(new ServerSocket(0, 1, InetAddress.getByName(HOST)));
        }
        return sockets.stream().map(ServerSocket::getLocalPort).toList();
      } finally {
        for (ServerSocket socket : sockets) socket.close();
      }
    } catch (IOException e) {
      throw new CannotMeasure("no free ports: " + e.getMessage(), e);
    }
  }

  @Override
  public InetSocketAddress address() {
    return at("--notification-port");
  }

  /** Where the web services and the gateway answer without TLS. */
  public InetSocketAddress http() {
    return at("--http-port");
  }

  /** Where the web services answer with TLS. */
  public InetSocketAddress https() {
    return at("--https-port");
  }

  private InetSocketAddress at(String option) {
    return new InetSocketAddress(HOST, ports.get(PORT_OPTIONS.indexOf(option)));
  }

  @Override
  public long pid() {
    return child.pid();
  }

  @Override
  public ProcessMeter meter() {
    return meter;
  }

  /** Whether the JVM was given the cache that shortens the start. */
  public boolean usesStartCache() throws CannotMeasure {
    return meter.commandLine().contains("-XX:AOTCache=");
  }

  /** From starting the launcher to the line {@code ready}. */
  public Duration timeToReady() {
    return timeToReady;
  }

  /** What the process and the launcher's own helpers had used when it was ready. */
  public Duration cpuToReady() {
    return cpuToReady;
  }

  @Override
  public void close() {
    child.stop();
  }
}

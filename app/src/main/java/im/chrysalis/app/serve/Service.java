package im.chrysalis.app.serve;

import im.chrysalis.app.config.Choices;
import im.chrysalis.app.config.Configuration;
import im.chrysalis.app.config.ConfigurationProblem;
import im.chrysalis.app.config.Role;
import im.chrysalis.app.config.Setting;
import im.chrysalis.app.config.Smtp;
import im.chrysalis.app.config.Sources;
import im.chrysalis.app.control.ControlServer;
import im.chrysalis.app.control.DataLock;
import im.chrysalis.app.control.Office;
import im.chrysalis.app.log.Logging;
import im.chrysalis.app.mail.Postman;
import im.chrysalis.app.observe.Build;
import im.chrysalis.app.observe.Health;
import im.chrysalis.app.observe.Meters;
import im.chrysalis.app.observe.SitePort;
import im.chrysalis.app.operate.Refused;
import im.chrysalis.app.operate.Reload;
import im.chrysalis.app.operate.Workplace;
import im.chrysalis.net.tls.LegacyTls;
import im.chrysalis.net.tls.TlsProblem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code ./chrysalis serve} runs: the servers, and around them the operator's side, which is
 * the lock on the data directory, the control socket, and what tells how the server does.
 */
public final class Service implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  private final Sources sources;
  private final Parts parts = new Parts();
  private final Health health = new Health();
  private final SitePort site;
  private final ChrysalisServer server;
  private Choices choices;

  /**
   * A part that listens.
   *
   * @param insteadOf the port that was asked for, when this user may not listen there
   */
  public record Listening(String name, InetSocketAddress address, Optional<Integer> insteadOf) {
    Listening(String name, InetSocketAddress address) {
      this(name, address, Optional.empty());
    }
  }

  private Service(Sources sources, Choices choices, DataLock lock)
      throws ConfigurationProblem, IOException {
    this.sources = sources;
    this.choices = choices;
    parts.add(lock);
    try {
      Configuration configuration = Configuration.of(sources.data(), choices);
      Optional<Smtp> smtp = Smtp.of(sources.data(), choices);
      Clockwork time = ChrysalisServer.systemTime();
      Meters meters = parts.add(new Meters(Build.version()));
      site = parts.add(SitePort.open(siteAddress(configuration), health, meters));
      server =
          parts.add(
              ChrysalisServer.start(
                  configuration,
                  configuration.store().withObserver(meters.store()),
                  time,
                  meters.registry()));
      show(meters);
      smtp.ifPresent(it ->
          parts.add(Postman.start(server.store().registry(), it, this::siteUrl, time.timer())));
      parts.add(
          ControlServer.open(
              sources.data(),
              new Workplace(
                  configuration, server.store(), server.people(), Optional.of(this::reload))));
      health.serving(server.store().accounts());
      server.prepare();
    } catch (ConfigurationProblem | IOException | RuntimeException fault) {
      close();
      throw fault;
    }
  }

  private synchronized String siteUrl() {
    return Configuration.of(sources.data(), choices).servers().siteUrl();
  }

  private static InetSocketAddress siteAddress(Configuration configuration) {
    return new InetSocketAddress(configuration.host(), configuration.ports().site());
  }

  private void show(Meters meters) {
    meters.show(
        "chrysalis.store.waiting",
        "Changes that wait for the store",
        server.store()::waitingChanges);
    meters.show(
        "chrysalis.loops.waiting", "Tasks that wait for an event loop", server::waitingTasks);
    meters.show(
        "chrysalis.web.connections",
        "Connections to the http and https ports",
        () -> server.web().map(WebPorts::connections).orElse(0));
    meters.show("chrysalis.persons.active", "Accounts that are in memory", server::activePersons);
  }

  /**
   * Starts everything.
   *
   * @throws ConfigurationProblem when something is set that can't be
   * @throws Refused when another process uses the data directory
   * @throws IOException when a port can't be listened on; its message, too, is a sentence for the
   *     operator
   * @throws im.chrysalis.store.StoreException likewise when the store can't be opened
   */
  public static Service start(Sources sources) throws ConfigurationProblem, Refused, IOException {
    Choices choices = sources.read();
    Configuration configuration = Configuration.of(sources.data(), choices);
    Logging.apply(configuration.logs());
    if (configuration.tls().legacy()) {
      LegacyTls.admit();
      LOG.warn("the https port admits TLS 1.0, 1.1, 3DES and RC4, which others can break");
    }
    return new Service(sources, choices, lock(sources.data()));
  }

  private static DataLock lock(Path data) throws Refused, IOException {
    return DataLock.takeForServer(data).orElseThrow(() -> new Refused(Office.inUse(data)));
  }

  /** What listens, in the order in which clients come by. */
  public List<Listening> listening() {
    List<Listening> all = new ArrayList<>();
    server
        .addresses()
        .forEach((role, address) -> {
          if (role != Role.WEB) {
            all.add(new Listening(name(role), address));
          }
        });
    server
        .web()
        .ifPresent(web ->
            web.all()
                .forEach(it -> all.add(new Listening(it.name(), it.address(), it.insteadOf()))));
    all.add(new Listening("site", site.address()));
    return all;
  }

  private static String name(Role role) {
    return switch (role) {
      case DISPATCH -> "dispatch server";
      case NOTIFICATION -> "notification server";
      case SWITCHBOARD -> "switchboard server";
      case WEB -> "web services";
    };
  }

  /** Whether nobody could sign in, because there is no account. */
  public boolean hasNoAccount() {
    return server.store().registry().isEmpty();
  }

  public ChrysalisServer server() {
    return server;
  }

  private synchronized Reload.Done reload() throws Refused {
    Choices next;
    try {
      next = sources.read();
    } catch (ConfigurationProblem problem) {
      throw new Refused(problem.getMessage() + "; nothing was changed");
    }
    List<Setting<?>> changed = choices.differences(next);
    Configuration configuration = Configuration.of(sources.data(), next);
    try {
      server.reconfigure(configuration);
    } catch (TlsProblem problem) {
      throw new Refused(problem.getMessage() + "; nothing was changed");
    }
    Logging.apply(configuration.logs());
    choices = choices.reloaded(next);
    Reload.Done done = new Reload.Done(keys(changed, true), keys(changed, false));
    LOG.info("reloaded changed={} atNextStart={}", done.changed(), done.atNextStart());
    return done;
  }

  private static List<String> keys(List<Setting<?>> changed, boolean live) {
    return changed.stream().filter(it -> it.live() == live).map(Setting::key).toList();
  }

  /** Stops everything, in a few seconds at most. */
  @Override
  public void close() {
    health.draining();
    parts.close();
  }
}

package im.chrysalis.app.serve;

import im.chrysalis.app.config.Configuration;
import im.chrysalis.app.config.Role;
import im.chrysalis.domain.person.Conversations;
import im.chrysalis.domain.person.People;
import im.chrysalis.net.Gate;
import im.chrysalis.net.Listener;
import im.chrysalis.net.Loops;
import im.chrysalis.net.Marks;
import im.chrysalis.net.Protocol;
import im.chrysalis.net.http.gateway.Destination;
import im.chrysalis.net.http.gateway.Gateway;
import im.chrysalis.net.http.gateway.GatewayLimits;
import im.chrysalis.net.tls.ServerTls;
import im.chrysalis.net.tls.TlsOptions;
import im.chrysalis.net.tls.TlsProblem;
import im.chrysalis.server.access.PasswordGuard;
import im.chrysalis.server.access.RateLimit;
import im.chrysalis.server.dispatch.DispatchConnection;
import im.chrysalis.server.notification.CircleDoor;
import im.chrysalis.server.notification.NotificationServer;
import im.chrysalis.server.notification.Talkers;
import im.chrysalis.server.proof.Methods;
import im.chrysalis.server.proof.PasswordMethod;
import im.chrysalis.server.proof.SingleSignOn;
import im.chrysalis.server.proof.TicketMethod;
import im.chrysalis.server.referral.Addresses;
import im.chrysalis.server.referral.CircleTickets;
import im.chrysalis.server.referral.SwitchboardTokens;
import im.chrysalis.server.session.Backbone;
import im.chrysalis.server.session.ServerMeters;
import im.chrysalis.server.session.ServerSettings;
import im.chrysalis.server.session.SessionEnds;
import im.chrysalis.server.switchboard.SwitchboardServer;
import im.chrysalis.store.Store;
import im.chrysalis.store.StoreOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A running server: all roles that the configuration asks for, in this process. */
public final class ChrysalisServer implements AutoCloseable {
  private static final int KEY_BYTES = 32;

  /** How long clients have to take the last words before their connections are cut. */
  private static final Duration DRAIN = Duration.ofMillis(1500);

  private final Configuration configuration;
  private final Clockwork time;
  private final AtomicReference<ServerSettings> settings;
  private final Gate gate;
  private final PasswordGuard passwords;
  private final Map<Role, Listener> listeners = new EnumMap<>(Role.class);
  private final Parts parts = new Parts();
  private boolean closed;
  private final Store store;
  private final Loops loops;
  private final PersonHost persons;
  private final NotificationServer notification;
  private final SwitchboardServer switchboard;
  private final Backbone backbone;
  private final Gateway gateway;
  private final ExecutorService workers;
  private final ServerTls tls;
  private final MeterRegistry meters;
  private Optional<WebPorts> web = Optional.empty();

  private ChrysalisServer(
      Configuration configuration, StoreOptions storeOptions, Clockwork time, MeterRegistry meters)
      throws IOException {
    this.configuration = configuration;
    this.time = time;
    this.meters = meters;
    settings = new AtomicReference<>(configuration.servers());
    gate = new Gate(configuration.gate());
    passwords = new PasswordGuard(configuration.passwords(), time.nanos()::getAsLong);
    CircleNews circleNews = new CircleNews();
    store = parts.add(Store.open(storeOptions.withCircles(circleNews)));
    workers = parts.add(Executors.newVirtualThreadPerTaskExecutor());
    tls = parts.add(tls(workers));
    SessionEnds ends = new SessionEnds();
    persons = persons(storeOptions, workers, ends);
    parts.add(persons.leave());
    circleNews.tell(persons.people());
    loops = parts.add(new Loops(Runtime.getRuntime().availableProcessors()));
    backbone =
        new Backbone(
            persons.node(),
            store.accounts(),
            persons.people(),
            store.offlineMessages(),
            time.timer(),
            time.nanos(),
            settings::get,
            new Addresses(
                configuration.advertised(),
                () -> port(Role.NOTIFICATION),
                () -> port(Role.SWITCHBOARD),
                persons.node(),
                persons.nodeHost(),
                hasSwitchboard() ? Optional.empty() : Optional.of(persons.switchboards())),
            new SwitchboardTokens(tokenKey(), time.timer()),
            new Methods(
                new PasswordMethod(store.accounts(), passwords, time.timer()),
                new TicketMethod(store.tickets(), time.timer()),
                new SingleSignOn(store.tickets())),
            store.tickets(),
            passwords,
            new RateLimit(() -> settings.get().invitesPerMinute(), time.nanos()::getAsLong),
            ends,
            new ServerMeters(meters));
    switchboard = new SwitchboardServer(backbone);
    CircleTickets circleTickets =
        new CircleTickets(store.derivedKey(CircleTickets.PURPOSE), time.timer());
    Conversations conversations = persons.conversations().apply(switchboard);
    notification =
        new NotificationServer(
            backbone,
            new Talkers(
                conversations, hasSwitchboard() ? Optional.of(switchboard) : Optional.empty()),
            new CircleDoor(store.circles(), circleTickets::redeem));
    gateway =
        parts.add(
            new Gateway(
                loops,
                gate,
                Marks.DEFAULT,
                GatewayLimits.DEFAULT,
                time.nanos(),
                request -> backbone.addresses().host(request.remote(), request.local()),
                behindGateway()));
  }

  private Map<Destination, Function<Gate.Pass, Protocol>> behindGateway() {
    Map<Destination, Function<Gate.Pass, Protocol>> protocols = new EnumMap<>(Destination.class);
    if (configuration.roles().contains(Role.NOTIFICATION)) {
      protocols.put(Destination.NOTIFICATION, notification::fresh);
    }
    if (hasSwitchboard()) {
      protocols.put(Destination.SWITCHBOARD, switchboard::fresh);
    }
    return protocols;
  }

  private boolean hasSwitchboard() {
    return configuration.roles().contains(Role.SWITCHBOARD);
  }

  private ServerTls tls(Executor workers) throws IOException {
    try {
      return new ServerTls(tlsOptions(configuration), workers, time.timer()::now);
    } catch (IOException | RuntimeException fault) {
      parts.close();
      throw fault;
    }
  }

  private static TlsOptions tlsOptions(Configuration configuration) {
    return configuration.tls().options(configuration.data(), configuration.advertised().general());
  }

  private PersonHost persons(StoreOptions options, Executor workers, SessionEnds ends)
      throws IOException {
    try {
      return configuration.neighbours().isAlone()
          ? PersonHost.alone(store.people(), time.timer(), workers)
          : PersonHost.among(
              configuration.neighbours(), options, store.people(), time.timer(), ends);
    } catch (IOException | RuntimeException fault) {
      parts.close();
      throw fault;
    }
  }

  /** Alone, a new one at each start, so that no token outlives its server. */
  private byte[] tokenKey() {
    if (!configuration.neighbours().isAlone()) {
      return store.derivedKey("switchboard tokens");
    }
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /**
   * Starts a server.
   *
   * @throws IOException when a port can't be listened on, or the other servers of the network can't
   *     be joined; the message is a sentence for the operator
   * @throws im.chrysalis.store.StoreException likewise when the store can't be opened
   */
  public static ChrysalisServer start(
      Configuration configuration, StoreOptions store, Clockwork time, MeterRegistry meters)
      throws IOException {
    ChrysalisServer server = new ChrysalisServer(configuration, store, time, meters);
    try {
      server.listen();
      return server;
    } catch (IOException | RuntimeException fault) {
      server.close();
      throw fault;
    }
  }

  private void listen() throws IOException {
    var ports = configuration.ports();
    // clients come only when everything they may be sent to is there
    listen(Role.SWITCHBOARD, ports.switchboard(), switchboard::fresh);
    if (hasSwitchboard()) {
      persons.opensSwitchboard().accept(backbone.addresses().place());
    }
    listenToWeb();
    listen(Role.NOTIFICATION, ports.notification(), notification::fresh);
    listen(Role.DISPATCH, ports.dispatch(), _ -> DispatchConnection.fresh(backbone));
  }

  private void listen(Role role, int port, Function<Gate.Pass, Protocol> protocols)
      throws IOException {
    if (configuration.roles().contains(role)) {
      InetSocketAddress address = new InetSocketAddress(configuration.host(), port);
      listeners.put(
          role, Listener.open(address, loops, gate, Marks.DEFAULT, time.nanos(), protocols));
    }
  }

  private void listenToWeb() throws IOException {
    if (configuration.roles().contains(Role.WEB)) {
      web =
          Optional.of(
              WebPorts.open(
                  configuration,
                  loops,
                  gate,
                  time.nanos(),
                  tls,
                  new CountedRequests(
                      new WebServices(backbone, store, gateway, workers, tls).routes(), meters)));
    }
  }

  private int port(Role role) {
    Listener here = listeners.get(role);
    return here != null
        ? here.address().getPort()
        : switch (role) {
          case DISPATCH -> configuration.ports().dispatch();
          case NOTIFICATION -> configuration.ports().notification();
          case SWITCHBOARD -> configuration.ports().switchboard();
          case WEB -> configuration.ports().http();
        };
  }

  /** Where each role of this process listens; of {@link Role#WEB} it is the http port. */
  public Map<Role, InetSocketAddress> addresses() {
    Map<Role, InetSocketAddress> addresses = new EnumMap<>(Role.class);
    listeners.forEach((role, listener) -> addresses.put(role, listener.address()));
    web.ifPresent(ports -> addresses.put(Role.WEB, ports.http().address()));
    return addresses;
  }

  /** The http and https ports, if this process serves them. */
  public Optional<WebPorts> web() {
    return web;
  }

  public Store store() {
    return store;
  }

  /** The threads that serve all sockets. */
  public Loops loops() {
    return loops;
  }

  public People people() {
    return persons.people();
  }

  /** The way in for clients behind proxies. */
  public Gateway gateway() {
    return gateway;
  }

  /**
   * Done when the other servers of the network go on without this one, which can do nothing but
   * stop then; also when it has stopped. Never when it is alone.
   */
  public CompletionStage<Void> cutOff() {
    return persons.ended();
  }

  /** How many persons are in memory. */
  public int activePersons() {
    return persons.active().getAsInt();
  }

  /** How many tasks wait for an event loop. */
  public int waitingTasks() {
    return loops.waiting();
  }

  /** Makes what clients would otherwise wait for. Returns at once. */
  public void prepare() {
    if (web.isPresent()) {
      tls.prepare();
    }
  }

  /**
   * Takes over what may be changed while the server runs: certificates, what servers may do, and
   * limits.
   *
   * @throws TlsProblem when a certificate can't be used; then nothing is taken over
   */
  public void reconfigure(Configuration other) throws TlsProblem {
    if (web.isPresent()) {
      tls.reread(tlsOptions(other));
    }
    settings.set(other.servers());
    gate.limits(other.gate());
    passwords.limits(other.passwords());
  }

  /**
   * Tells all clients, lets what is under way end, and stops; takes a few seconds at most. May be
   * called more than once, also at the same time: the server has stopped when any call returns.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    listeners.values().forEach(Listener::close);
    web.ifPresent(WebPorts::close);
    notification.shutDown();
    switchboard.shutDown();
    awaitLeave();
    parts.close();
  }

  private void awaitLeave() {
    long end = System.nanoTime() + DRAIN.toNanos();
    try {
      while (!gate.isEmpty() && System.nanoTime() < end) {
        Thread.sleep(10);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  /** The machine's own time, for as long as the process runs. */
  public static Clockwork systemTime() {
    return new Clockwork(new SystemTimer(), System::nanoTime);
  }
}

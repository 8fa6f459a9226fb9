package im.chrysalis.net.http.gateway;

import im.chrysalis.net.Gate;
import im.chrysalis.net.Loops;
import im.chrysalis.net.Marks;
import im.chrysalis.net.Protocol;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.net.http.HttpService;
import io.netty.util.concurrent.Future;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections that are carried by requests to {@value #PATH}. Every refusal ends a session for the
 * client, because no client tells one status from another.
 *
 * @see <a href="../../../../../../../../../docs/protocol/gateway.md">docs/protocol/gateway.md</a>
 */
public final class Gateway implements HttpService, AutoCloseable {
  /** Where clients look for it. */
  public static final String PATH = "/gateway/gateway.dll";

  /** The order makes no sense, or the session is not there. */
  static final HttpResponse UNKNOWN = HttpResponse.of(400, "Bad Request");

  private static final HttpResponse NOT_POSTED = HttpResponse.of(405, "Method Not Allowed");
  private static final HttpResponse TOO_LARGE = HttpResponse.of(413, "Content Too Large");
  private static final HttpResponse FULL = HttpResponse.of(503, "Service Unavailable");
  private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final long SWEEP_MILLIS = 250;

  private final ConcurrentHashMap<String, GatewaySession> sessions = new ConcurrentHashMap<>();
  private final Loops loops;
  private final Gate gate;
  private final Marks marks;
  private final GatewayLimits limits;
  private final LongSupplier nanos;
  private final Function<HttpRequest, String> host;
  private final Map<Destination, Function<Gate.Pass, Protocol>> protocols;
  private final Future<?> sweeping;

  /**
   * A gateway.
   *
   * @param loops which serve the sessions
   * @param gate counts each session as a connection of the address that asks for it
   * @param marks how much may wait to be fetched by a client
   * @param nanos the clock by which deadlines pass
   * @param host name or address by which the client that asks reaches this gateway
   * @param protocols makes what is spoken in a new session; what is missing is not offered
   */
  public Gateway(
      Loops loops,
      Gate gate,
      Marks marks,
      GatewayLimits limits,
      LongSupplier nanos,
      Function<HttpRequest, String> host,
      Map<Destination, Function<Gate.Pass, Protocol>> protocols) {
    this.loops = loops;
    this.gate = gate;
    this.marks = marks;
    this.limits = limits;
    this.nanos = nanos;
    this.host = host;
    this.protocols = Map.copyOf(protocols);
    sweeping =
        loops
            .next()
            .scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public CompletionStage<HttpResponse> answer(HttpRequest request) {
    if (!request.method().equals("POST")) {
      return refusal(NOT_POSTED);
    }
    if (request.body().length > limits.input()) {
      return refusal(TOO_LARGE);
    }
    Optional<Order> order = Order.parse(request.query());
    if (order.isEmpty()) {
      return refusal(UNKNOWN);
    }
    Exchange exchange =
        new Exchange(order.get(), request.body(), address(request), new CompletableFuture<>());
    return switch (order.get()) {
      case Order.Open(Destination destination) -> open(destination, request, exchange);
      case Order.Known known -> pass(known.id(), exchange);
    };
  }

  /** The host, and the port by which the client found us if it names one. */
  private String address(HttpRequest request) {
    Matcher port = PORT.matcher(request.field("Host").orElse(""));
    return port.find() ? host.apply(request) + port.group() : host.apply(request);
  }

  private CompletionStage<HttpResponse> open(
      Destination destination, HttpRequest request, Exchange exchange) {
    Function<Gate.Pass, Protocol> protocol = protocols.get(destination);
    if (protocol == null) {
      return refusal(UNKNOWN);
    }
    Optional<Gate.Pass> admitted =
        sessions.size() < limits.sessions()
            ? gate.admit(request.remote().getAddress())
            : Optional.empty();
    if (admitted.isEmpty()) {
      LOG.debug("remote={} turned away: too many sessions", request.remote());
      return refusal(FULL);
    }
    Gate.Pass pass = admitted.get();
    SessionId id = SessionId.fresh();
    GatewaySession session =
        new GatewaySession(
            id,
            new GatewaySession.Ends(request.remote(), request.local()),
            loops.next(),
            protocol.apply(pass),
            marks,
            limits,
            nanos,
            () -> {
              sessions.remove(id.session());
              pass.leave();
            });
    sessions.put(id.session(), session);
    session.open(exchange);
    return exchange.answer();
  }

  private CompletionStage<HttpResponse> pass(SessionId id, Exchange exchange) {
    GatewaySession session = sessions.get(id.session());
    if (session == null) {
      return refusal(UNKNOWN);
    }
    session.serve(id, exchange);
    return exchange.answer();
  }

  private static CompletionStage<HttpResponse> refusal(HttpResponse refusal) {
    return CompletableFuture.completedFuture(refusal);
  }

  /** Wakes those whose time has come. */
  void sweep() {
    long now = nanos.getAsLong();
    for (GatewaySession session : sessions.values()) {
      if (now - session.wakeAt() >= 0) {
        session.wake();
      }
    }
  }

  /** How many sessions there are. */
  public int size() {
    return sessions.size();
  }

  /** Ends all sessions, without sending what waits; to be called when no request comes any more. */
  @Override
  public void close() {
    sweeping.cancel(false);
    sessions.values().forEach(GatewaySession::end);
  }
}

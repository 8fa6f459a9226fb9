package im.chrysalis.server.session;

import im.chrysalis.wire.dialect.Dialect;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What the servers count. Cheap enough for every message. */
public final class ServerMeters {
  private final MeterRegistry registry;
  private final Map<Dialect, AtomicInteger> sessions = new ConcurrentHashMap<>();
  private final AtomicInteger conversations;
  private final LongAdder messages = new LongAdder();
  private final LongAdder presences = new LongAdder();
  private final Counter signIns;
  private final Counter refusals;

  public ServerMeters(MeterRegistry registry) {
    this.registry = registry;
    conversations = new AtomicInteger();
    Gauge.builder("chrysalis.conversations", conversations, AtomicInteger::get)
        .description("Conversations that are open")
        .register(registry);
    FunctionCounter.builder("chrysalis.messages", messages, LongAdder::sum)
        .description("Messages relayed by the switchboard")
        .register(registry);
    FunctionCounter.builder("chrysalis.presence.notifications", presences, LongAdder::sum)
        .description("Presence lines sent to clients")
        .register(registry);
    signIns =
        Counter.builder("chrysalis.signins")
            .description("Sign-ins that succeeded")
            .register(registry);
    refusals =
        Counter.builder("chrysalis.signins.refused")
            .description("Sign-ins that were refused")
            .register(registry);
  }

  public void signedIn(Dialect dialect) {
    signIns.increment();
    sessions.computeIfAbsent(dialect, this::newGauge).incrementAndGet();
  }

  public void signedOut(Dialect dialect) {
    sessions.computeIfAbsent(dialect, this::newGauge).decrementAndGet();
  }

  public void refused() {
    refusals.increment();
  }

  public void conversationOpened() {
    conversations.incrementAndGet();
  }

  public void conversationClosed() {
    conversations.decrementAndGet();
  }

  public void messageRelayed() {
    messages.increment();
  }

  public void presenceSent() {
    presences.increment();
  }

  private AtomicInteger newGauge(Dialect dialect) {
    AtomicInteger count = new AtomicInteger();
    Gauge.builder("chrysalis.sessions", count, AtomicInteger::get)
        .description("Sessions that are signed in")
        .tag("dialect", dialect.name())
        .register(registry);
    return count;
  }
}

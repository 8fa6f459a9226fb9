package im.chrysalis.app.observe;

import im.chrysalis.store.StoreObserver;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** {@code /metrics}: everything that is counted and measured, as Prometheus reads it. */
public final class Meters implements Page, AutoCloseable {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Timer commits;
  private final DistributionSummary batches;
  private Optional<JvmGcMetrics> collections = Optional.empty();

  public Meters(String version) {
    commits =
        Timer.builder("chrysalis.store.commit")
            .description(
                "From handing a change to the store until it is on disk, the slowest each time")
            .serviceLevelObjectives(
                Duration.ofMillis(5),
                Duration.ofMillis(20),
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                Duration.ofSeconds(2))
            .register(registry);
    batches =
        DistributionSummary.builder("chrysalis.store.batch")
            .description("How many changes went to disk together")
            .serviceLevelObjectives(1, 10, 100, 1000)
            .register(registry);
    Gauge.builder("chrysalis.build", () -> 1)
        .description("What runs")
        .tag("version", version)
        .tag("java", Runtime.version().toString())
        .register(registry);
  }

  public MeterRegistry registry() {
    return registry;
  }

  /** Measures transactions. */
  public StoreObserver store() {
    return (changes, longest, _) -> {
      commits.record(longest);
      batches.record(changes);
    };
  }

  /** Shows a number that is asked for whenever somebody looks. */
  public void show(String name, String description, IntSupplier number) {
    Gauge.builder(name, number::getAsInt).description(description).register(registry);
  }

  @Override
  public Content render() {
    measureMachine();
    return Content.of(200, TYPE, registry.scrape());
  }

  /** Only once somebody looks, because getting at the JVM's own beans would lengthen each start. */
  private synchronized void measureMachine() {
    if (collections.isEmpty()) {
      collections = Optional.of(new JvmGcMetrics());
      List.of(
              collections.get(),
              new JvmMemoryMetrics(),
              new JvmThreadMetrics(),
              new ClassLoaderMetrics(),
              new ProcessorMetrics(),
              new UptimeMetrics(),
              new FileDescriptorMetrics())
          .forEach(it -> it.bindTo(registry));
    }
  }

  @Override
  public synchronized void close() {
    collections.ifPresent(JvmGcMetrics::close);
    registry.close();
  }
}

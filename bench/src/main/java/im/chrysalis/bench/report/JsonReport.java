package im.chrysalis.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** The report for programs: all rounds, not only their medians. */
public final class JsonReport {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private JsonReport() {}

  /** Writes the report to a file, replacing what was there. */
  public static void write(Report report, Path file) throws IOException {
    JSON.writeValue(file.toFile(), document(report));
  }

  private static ObjectNode document(Report report) {
    ObjectNode document = JSON.createObjectNode();
    ObjectNode machine = document.putObject("machine");
    report.machine().forEach(machine::put);
    var results = document.putArray("results");
    report.results().forEach(result -> results.add(row(result)));
    var omissions = document.putArray("notMeasured");
    report
        .omissions()
        .forEach(it -> omissions.addObject().put("scenario", it.scenario()).put("why", it.why()));
    return document;
  }

  private static ObjectNode row(Result result) {
    ObjectNode row = JSON.createObjectNode();
    row.put("scenario", result.scenario());
    row.put("what", result.what());
    row.put("unit", result.unit().meaning());
    row.put("server", result.server().median());
    row.putPOJO("serverRounds", result.server().figures());
    result
        .yardstick()
        .ifPresent(rounds -> {
          row.put("yardstick", rounds.median());
          row.putPOJO("yardstickRounds", rounds.figures());
        });
    put(row, "ratio", result.ratio());
    if (!(result.budget() instanceof Budget.None)) {
      row.put("budget", result.budget().text(result.unit()));
      row.put("kept", result.verdict() == Budget.Verdict.OK);
    }
    put(row, "perSecond", result.rate().server());
    put(row, "yardstickPerSecond", result.rate().yardstick());
    result.latency().ifPresent(times -> row.set("latencyMicroseconds", percentiles(times)));
    result
        .yardstickLatency()
        .ifPresent(times -> row.set("yardstickLatencyMicroseconds", percentiles(times)));
    put(row, "residentMegabytes", result.residentMegabytes());
    row.putPOJO("notes", result.notes());
    return row;
  }

  private static ObjectNode percentiles(Latencies times) {
    return JSON.createObjectNode()
        .put("p50", times.microseconds(0.5))
        .put("p99", times.microseconds(0.99))
        .put("p99.9", times.microseconds(0.999));
  }

  private static void put(ObjectNode row, String name, OptionalDouble value) {
    if (value.isPresent()) row.put(name, value.getAsDouble());
  }
}

package im.chrysalis.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The report for people: one aligned line a result, notes below. */
public final class Table {
  private static final List<String> HEAD =
      List.of(
          "",
          "server",
          "yardstick",
          "ratio",
          "budget",
          "",
          "per second",
          "(yardstick)",
          "p50",
          "p99",
          "p99.9",
          "RSS MB");

  private Table() {}

  /** The whole report as text that ends with a line end. */
  public static String of(Report report) {
    StringBuilder out = new StringBuilder();
    report
        .machine()
        .forEach((key, value) -> out.append(key).append(": ").append(value).append('\n'));
    out.append('\n');
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    report.results().forEach(result -> rows.add(row(result)));
    if (rows.size() > 1) align(rows, out);
    for (Result result : report.results()) {
      result
          .notes()
          .forEach(note -> out.append(title(result)).append(": ").append(note).append('\n'));
    }
    for (Report.Omission omission : report.omissions()) {
      out.append(omission.scenario())
          .append(": not measured: ")
          .append(omission.why())
          .append('\n');
    }
    return out.toString();
  }

  private static List<String> row(Result result) {
    String symbol = " " + result.unit().symbol();
    return List.of(
        title(result),
        Figures.plain(result.server().median()) + symbol,
        result.yardstick().map(rounds -> Figures.plain(rounds.median()) + symbol).orElse(""),
        figure(result.ratio(), " ×"),
        result.budget().text(result.unit()),
        switch (result.verdict()) {
          case OK -> "ok";
          case OVER -> "over";
          case NONE -> "";
        },
        figure(result.rate().server(), ""),
        figure(result.rate().yardstick(), ""),
        latency(result.latency(), 0.5),
        latency(result.latency(), 0.99),
        latency(result.latency(), 0.999),
        figure(result.residentMegabytes(), ""));
  }

  private static String title(Result result) {
    return result.scenario() + ", " + result.what();
  }

  private static String figure(OptionalDouble value, String symbol) {
    return value.isPresent() ? Figures.plain(value.getAsDouble()) + symbol : "";
  }

  private static String latency(Optional<Latencies> latency, double share) {
    return latency.map(times -> Figures.time(times.microseconds(share))).orElse("");
  }

  private static void align(List<List<String>> rows, StringBuilder out) {
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) widths[i] = Math.max(widths[i], row.get(i).length());
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String padding = " ".repeat(widths[i] - row.get(i).length());
        if (i > 0) line.append("  ");
        line.append(i == 0 ? row.get(i) + padding : padding + row.get(i));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    out.append('\n');
  }
}

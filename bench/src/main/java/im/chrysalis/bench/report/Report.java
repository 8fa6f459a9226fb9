package im.chrysalis.bench.report;

import java.util.List;
import java.util.Map;

/**
 * A whole run.
 *
 * @param machine what the figures were measured on: cores, kernel, JDK, commit and the like, in
 *     reading order
 * @param results the rows
 * @param omissions scenarios that gave no figure, and why
 */
public record Report(Map<String, String> machine, List<Result> results, List<Omission> omissions) {

  /** A scenario that could not be measured. */
  public record Omission(String scenario, String why) {}

  public Report {
    results = List.copyOf(results);
    omissions = List.copyOf(omissions);
  }
}

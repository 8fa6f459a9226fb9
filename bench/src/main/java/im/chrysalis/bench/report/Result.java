package im.chrysalis.bench.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row of the comparison.
 *
 * @param scenario the scenario it belongs to, as named on the command line
 * @param what what was measured, in a few words
 * @param server our server's figures
 * @param yardstick the yardstick's figures from the same run, when there is one
 * @param rate units per second while measuring, server and yardstick
 * @param latency how long one unit took on the server
 * @param yardstickLatency how long one unit took on the yardstick
 * @param residentMegabytes memory of the server when the last round ended
 * @param notes what a reader must know to judge the figures
 */
public record Result(
    String scenario,
    String what,
    Unit unit,
    Rounds server,
    Optional<Rounds> yardstick,
    Budget budget,
    Rates rate,
    Optional<Latencies> latency,
    Optional<Latencies> yardstickLatency,
    OptionalDouble residentMegabytes,
    List<String> notes) {

  /** Units per second on both sides, where it was measured. */
  public record Rates(OptionalDouble server, OptionalDouble yardstick) {
    static final Rates UNKNOWN = new Rates(OptionalDouble.empty(), OptionalDouble.empty());
  }

  public Result {
    notes = List.copyOf(notes);
  }

  /** A result that knows the server's figures; the other methods add the rest. */
  public static Result of(String scenario, String what, Unit unit, Rounds server) {
    return new Result(
        scenario,
        what,
        unit,
        server,
        Optional.empty(),
        new Budget.None(),
        Rates.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        List.of());
  }

  public Result against(Rounds figures) {
    return new Result(
        scenario,
        what,
        unit,
        server,
        Optional.of(figures),
        budget,
        rate,
        latency,
        yardstickLatency,
        residentMegabytes,
        notes);
  }

  public Result within(Budget limit) {
    return new Result(
        scenario,
        what,
        unit,
        server,
        yardstick,
        limit,
        rate,
        latency,
        yardstickLatency,
        residentMegabytes,
        notes);
  }

  public Result atRate(double ours, OptionalDouble theirs) {
    return new Result(
        scenario,
        what,
        unit,
        server,
        yardstick,
        budget,
        new Rates(OptionalDouble.of(ours), theirs),
        latency,
        yardstickLatency,
        residentMegabytes,
        notes);
  }

  public Result taking(Latencies ours, Optional<Latencies> theirs) {
    return new Result(
        scenario,
        what,
        unit,
        server,
        yardstick,
        budget,
        rate,
        Optional.of(ours),
        theirs,
        residentMegabytes,
        notes);
  }

  public Result resident(long bytes) {
    return new Result(
        scenario,
        what,
        unit,
        server,
        yardstick,
        budget,
        rate,
        latency,
        yardstickLatency,
        OptionalDouble.of(bytes / 1048576.0),
        notes);
  }

  public Result noting(List<String> more) {
    return new Result(
        scenario,
        what,
        unit,
        server,
        yardstick,
        budget,
        rate,
        latency,
        yardstickLatency,
        residentMegabytes,
        more);
  }

  /** How many times the yardstick's figure the server's is; empty without a yardstick. */
  public OptionalDouble ratio() {
    return yardstick
        .filter(rounds -> rounds.median() > 0)
        .map(rounds -> OptionalDouble.of(server.median() / rounds.median()))
        .orElse(OptionalDouble.empty());
  }

  public Budget.Verdict verdict() {
    return budget.judge(this);
  }
}

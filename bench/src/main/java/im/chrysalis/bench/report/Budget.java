package im.chrysalis.bench.report;

/** What a figure may be at most, or must be at least. */
public sealed interface Budget {

  /** No budget was set: the figure informs. */
  record None() implements Budget {}

  /** The server's figure may not pass the limit. */
  record AtMost(double limit) implements Budget {}

  /** The server's figure must reach the limit. */
  record AtLeast(double limit) implements Budget {}

  /** The server's figure may not pass this many times the yardstick's. */
  record TimesYardstick(double limit) implements Budget {}

  /** How a figure stands to its budget. */
  enum Verdict {
    OK,
    OVER,
    /** There is no budget, or no yardstick to compare with. */
    NONE;

    static Verdict of(boolean kept) {
      return kept ? OK : OVER;
    }
  }

  /** Judges a result by this budget. */
  default Verdict judge(Result result) {
    return switch (this) {
      case None _ -> Verdict.NONE;
      case AtMost(double limit) -> Verdict.of(result.server().median() <= limit);
      case AtLeast(double limit) -> Verdict.of(result.server().median() >= limit);
      case TimesYardstick(double limit) ->
          result.ratio().isPresent()
              ? Verdict.of(result.ratio().getAsDouble() <= limit)
              : Verdict.NONE;
    };
  }

  /** The budget as the table shows it, {@code ≤ 1.6 ×} or {@code ≤ 300 µs}. */
  default String text(Unit unit) {
    return switch (this) {
      case None _ -> "";
      case AtMost(double limit) -> "≤ " + Figures.plain(limit) + " " + unit.symbol();
      case AtLeast(double limit) -> "≥ " + Figures.plain(limit) + " " + unit.symbol();
      case TimesYardstick(double limit) -> "≤ " + Figures.plain(limit) + " ×";
    };
  }
}

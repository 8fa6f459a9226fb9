package im.chrysalis.bench.report;

import java.util.Locale;

/** Numbers as a reader wants them: three digits that matter, thousands apart. */
final class Figures {
  private Figures() {}

  static String plain(double value) {
    if (value == Math.rint(value)) return String.format(Locale.ROOT, "%,.0f", value);
    double size = Math.abs(value);
    if (size >= 100) return String.format(Locale.ROOT, "%,.0f", value);
    if (size >= 10) return String.format(Locale.ROOT, "%.1f", value);
    return trimmed(String.format(Locale.ROOT, "%.2f", value));
  }

  /** A time in the unit that suits it, {@code 63 µs} or {@code 1.5 s}. */
  static String time(double microseconds) {
    if (microseconds < 1_000) return plain(microseconds) + " µs";
    if (microseconds < 1_000_000) return plain(microseconds / 1_000) + " ms";
    return plain(microseconds / 1_000_000) + " s";
  }

  private static String trimmed(String figure) {
    return figure.endsWith("0") ? figure.substring(0, figure.length() - 1) : figure;
  }
}

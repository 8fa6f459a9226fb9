package im.chrysalis.bench.report;

/**
 * How long things took: a histogram, right to 1.6 %, from a nanosecond to hours. Recording
 * allocates nothing. One thread only.
 */
public final class Latencies {
  private static final int STEPS_PER_DOUBLING = 64;
  private static final int DOUBLINGS = 40;

  private final long[] counts = new long[STEPS_PER_DOUBLING * (DOUBLINGS + 1)];
  private long total;

  /** Counts one stretch of time; a negative one counts as zero. */
  public void record(long nanoseconds) {
    counts[bucket(Math.max(0, nanoseconds))]++;
    total++;
  }

  /** Counts all that {@code other} has counted. */
  public void add(Latencies other) {
    for (int i = 0; i < counts.length; i++) counts[i] += other.counts[i];
    total += other.total;
  }

  public long count() {
    return total;
  }

  /**
   * The time in microseconds within which the given share of all things were done.
   *
   * @param share between 0 and 1, 0.99 for the 99th percentile
   * @return 0 when nothing was recorded
   */
  public double microseconds(double share) {
    long wanted = Math.max(1, (long) Math.ceil(share * total));
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= wanted) return middle(i) / 1_000.0;
    }
    return 0;
  }

  private static int bucket(long value) {
    if (value < STEPS_PER_DOUBLING) return (int) value;
    int doubling = 63 - Long.numberOfLeadingZeros(value) - 5;
    if (doubling > DOUBLINGS) return STEPS_PER_DOUBLING * (DOUBLINGS + 1) - 1;
    // the top six bits of the value: 32..63, so each doubling fills the upper half of its row
    return doubling * STEPS_PER_DOUBLING + (int) (value >>> doubling);
  }

  private static double middle(int bucket) {
    int doubling = bucket / STEPS_PER_DOUBLING;
    long lowest = (long) (bucket % STEPS_PER_DOUBLING) << doubling;
    return lowest + ((1L << doubling) - 1) / 2.0;
  }
}

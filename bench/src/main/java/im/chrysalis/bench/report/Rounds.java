package im.chrysalis.bench.report;

import java.util.Collection;
import java.util.List;

/**
 * One figure a round.
 *
 * @param figures in the order they were measured, never empty
 */
public record Rounds(List<Double> figures) {
  public Rounds {
    if (figures.isEmpty()) throw new IllegalArgumentException("a result needs at least one round");
    figures = List.copyOf(figures);
  }

  public static Rounds of(Collection<Double> figures) {
    return new Rounds(List.copyOf(figures));
  }

  public static Rounds once(double figure) {
    return new Rounds(List.of(figure));
  }

  /** The middle figure; between two, their mean. */
  public double median() {
    List<Double> sorted = figures.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}

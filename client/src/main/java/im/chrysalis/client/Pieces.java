package im.chrysalis.client;

import java.util.function.Consumer;

/** Joins the outcomes of several messages: done when all are, failed when the first fails. */
final class Pieces implements Consumer<Outcome> {
  private final Consumer<Outcome> whole;
  private int missing;

  Pieces(int count, Consumer<Outcome> whole) {
    this.whole = whole;
    missing = count;
  }

  @Override
  public void accept(Outcome outcome) {
    if (missing == 0) {
      return;
    }
    if (outcome.isDone() && missing > 1) {
      missing--;
      return;
    }
    missing = 0;
    whole.accept(outcome);
  }
}

package im.chrysalis.app.serve;

import im.chrysalis.domain.circle.CircleChange;
import im.chrysalis.domain.person.Notice;
import im.chrysalis.domain.person.People;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells everybody whom a circle concerns that it has changed. The store, where circles change, is
 * there before the persons are. Any thread.
 */
final class CircleNews implements Consumer<CircleChange> {
  private volatile @Nullable People people;

  /** From now on there are persons to tell. */
  void tell(People here) {
    people = here;
  }

  @Override
  public void accept(CircleChange change) {
    People here = people;
    if (here != null) {
      Notice.CircleChanged notice =
          new Notice.CircleChanged(change.id(), change.after().attending());
      change.concerned().forEach(who -> here.tell(who, notice));
    }
  }
}

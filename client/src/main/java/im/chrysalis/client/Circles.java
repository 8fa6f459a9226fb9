package im.chrysalis.client;

import im.chrysalis.values.CircleId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The account's circles. Since MSNP18; otherwise, and while there is no connection, what is known
 * is that of the last time.
 */
public final class Circles {
  private final Office office;
  private final CircleBook book;

  Circles(Office office, CircleBook book) {
    this.office = office;
    this.book = book;
  }

  /** All that the account is in or invited to. */
  public List<Circle> all() {
    return book.all();
  }

  /** The circle of an id. */
  public Optional<Circle> find(CircleId id) {
    return all().stream().filter(circle -> circle.id().equals(id)).findFirst();
  }

  /** Those of a name, in either case: circles may be called the same. */
  public List<Circle> named(String name) {
    return all().stream().filter(circle -> circle.name().equalsIgnoreCase(name)).toList();
  }

  /** Founds one; it is among {@link #all} before this is done. */
  public CompletionStage<Outcome> create(String name) {
    return office.asked(() -> book.edits().create(name));
  }
}

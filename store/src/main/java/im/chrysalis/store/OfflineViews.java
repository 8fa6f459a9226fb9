package im.chrysalis.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.View;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Property;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/**
 * One view for all who see somebody offline, as long as any of them holds it: a full server has
 * millions of contacts and only thousands of people.
 */
final class OfflineViews {
  /** What {@link #of} reads, from column 1, of a table called {@code a}. */
  static final String COLUMNS =
      "a.number, a.address, a.name, a.list_version, " + PropertyColumns.list("a.%s");

  /** The first column behind those. */
  static final int WIDTH = 4 + Property.values().length;

  private final Cache<Seen, View> views = Caffeine.newBuilder().weakValues().build();

  /** Whoever is changed has another version, on whichever machine that was done. */
  private record Seen(long number, long version, boolean entirely) {}

  /**
   * How the person of the row appears.
   *
   * @param entirely whether the viewer may know the person's properties
   */
  View of(ResultSet row, boolean entirely) throws SQLException {
    Seen key = new Seen(row.getLong(1), row.getLong(4), entirely);
    View known = views.getIfPresent(key);
    return known != null ? known : views.asMap().merge(key, read(row, entirely), (old, _) -> old);
  }

  private static View read(ResultSet row, boolean entirely) throws SQLException {
    Card card =
        new Card(
            new AccountId(row.getLong(1)), new EmailAddress(row.getString(2)), row.getString(3));
    return View.offline(card, entirely ? publicProperties(row) : Map.of());
  }

  private static Map<Property, String> publicProperties(ResultSet row) throws SQLException {
    Map<Property, String> all = PropertyColumns.read(row, 5);
    if (all.keySet().stream().allMatch(Property::isPublic)) {
      return all;
    }
    Map<Property, String> open = new EnumMap<>(all);
    open.keySet().removeIf(property -> !property.isPublic());
    return Map.copyOf(open);
  }
}

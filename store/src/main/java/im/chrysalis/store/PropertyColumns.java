package im.chrysalis.store;

import im.chrysalis.values.Property;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of an account that hold its properties, in the order of the enum. */
final class PropertyColumns {
  private static final Property[] ALL = Property.values();

  private PropertyColumns() {}

  static String of(Property property) {
    return switch (property) {
      case HOME_PHONE -> "home_phone";
      case WORK_PHONE -> "work_phone";
      case MOBILE_PHONE -> "mobile_phone";
      case MOBILE_PAGES -> "mobile_pages";
      case MOBILE_ENABLED -> "mobile_enabled";
    };
  }

  /** All of them for a statement, each made by the pattern: {@code "%s = ?"}. */
  static String list(String pattern) {
    return Arrays.stream(ALL).map(p -> pattern.formatted(of(p))).collect(Collectors.joining(", "));
  }

  /** Reads what is set. */
  static Map<Property, String> read(ResultSet row, int firstColumn) throws SQLException {
    Map<Property, String> found = Map.of();
    for (int i = 0; i < ALL.length; i++) {
      String value = row.getString(firstColumn + i);
      if (value != null) {
        found = found.isEmpty() ? new EnumMap<>(Property.class) : found;
        found.put(ALL[i], value);
      }
    }
    return found.isEmpty() ? found : Map.copyOf(found);
  }
}

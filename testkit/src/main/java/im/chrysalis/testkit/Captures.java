package im.chrysalis.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the names in braces stand for in one play: bytes, and the line that gave them. */
final class Captures {
  /** A value and where it came from. */
  record Captured(String bytes, String where) {}

  private final Map<String, Captured> values = new HashMap<>();

  Optional<Captured> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  void put(String name, String bytes, String where) {
    values.put(name, new Captured(bytes, where));
  }

  /** These and some more, without keeping the others here. */
  Captures with(Map<String, String> more, String where) {
    var all = new Captures();
    all.values.putAll(values);
    more.forEach((name, bytes) -> all.put(name, bytes, where));
    return all;
  }
}

package im.chrysalis.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the names in braces stand for in one play: bytes, and the line that gave them. */
final class Captures {
  /** A value and where it came from. */
  record Captured(String bytes, String where) {}

  private final UnaryOperator<String> tickets;
  private final Map<String, Captured> values = new HashMap<>();

  /**
   * Nothing yet.
   *
   * @param tickets gives a fresh ticket for a person's name
   */
  Captures(UnaryOperator<String> tickets) {
    this.tickets = tickets;
  }

  /** A ticket that nobody has shown yet. */
  String ticket(String person) {
    return tickets.apply(person);
  }

  Optional<Captured> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  void put(String name, String bytes, String where) {
    values.put(name, new Captured(bytes, where));
  }

  /** These and some more, without keeping the others here. */
  Captures with(Map<String, String> more, String where) {
    var all = new Captures(tickets);
    all.values.putAll(values);
    more.forEach((name, bytes) -> all.put(name, bytes, where));
    return all;
  }
}

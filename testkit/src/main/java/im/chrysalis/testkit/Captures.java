package im.chrysalis.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the names in braces stand for in one play: bytes, and the line that gave them. */
final class Captures {
  /** A value and where it came from. */
  record Captured(String bytes, String where) {}

  private final Network network;
  private final Map<String, Captured> values = new HashMap<>();
  private final Map<String, SecretTicket> secretTickets = new HashMap<>();

  /**
   * Nothing yet.
   *
   * @param network gives out tickets
   */
  Captures(Network network) {
    this.network = network;
  }

  /** A ticket that nobody has shown yet. */
  String ticket(String person) {
    return network.ticket(Person.named(person).address());
  }

  /** A ticket that nobody has shown yet, whose secret is kept. */
  String secretTicket(String person) {
    SecretTicket fresh = network.secretTicket(Person.named(person).address());
    secretTickets.put(person, fresh);
    return fresh.text();
  }

  /** The secret of somebody's latest ticket that has one. */
  Optional<byte[]> secret(String person) {
    return Optional.ofNullable(secretTickets.get(person)).map(SecretTicket::secret);
  }

  Optional<Captured> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  void put(String name, String bytes, String where) {
    values.put(name, new Captured(bytes, where));
  }

  /** These and some more, without keeping the others here. */
  Captures with(Map<String, String> more, String where) {
    var all = new Captures(network);
    all.values.putAll(values);
    all.secretTickets.putAll(secretTickets);
    more.forEach((name, bytes) -> all.put(name, bytes, where));
    return all;
  }
}

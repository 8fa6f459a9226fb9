package im.chrysalis.net.http.gateway;

import java.util.Optional;

/** What a session may be opened to; always a part of this process, whatever address is named. */
public enum Destination {
  /** {@code Server=NS}: dispatch and notification server in one. */
  NOTIFICATION("NS"),
  /** {@code Server=SB}: a switchboard. */
  SWITCHBOARD("SB");

  private final String word;

  Destination(String word) {
    this.word = word;
  }

  static Optional<Destination> named(String word) {
    for (Destination destination : values()) {
      if (destination.word.equalsIgnoreCase(word)) {
        return Optional.of(destination);
      }
    }
    return Optional.empty();
  }
}

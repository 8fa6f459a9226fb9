package im.chrysalis.app.config;

import java.util.List;

/**
 * How this server finds the others of its network.
 *
 * @param address {@code HOST:PORT} where this one listens for the others; port 0 is any free one
 * @param seeds {@code HOST:PORT} of servers that know the rest; none: this server is alone
 */
public record Neighbours(String address, List<String> seeds) {
  static Neighbours of(Choices choices) {
    return new Neighbours(choices.of(Settings.NODE_ADDRESS), choices.of(Settings.SEEDS));
  }

  public boolean isAlone() {
    return seeds.isEmpty();
  }
}

package im.chrysalis.app.config;

/**
 * One thing that an operator can set.
 *
 * @param <T> what its value is to the program
 * @param key its name in the configuration file, with the table's name and a dot in front
 * @param kind what values it takes
 * @param normal what holds when it is not set
 * @param live whether {@code ./chrysalis reload} lets a new value take effect; else the next start
 *     does
 */
public record Setting<T>(String key, Kind<T> kind, T normal, boolean live) {
  static <T> Setting<T> onReload(String key, Kind<T> kind, T normal) {
    return new Setting<>(key, kind, normal, true);
  }

  static <T> Setting<T> onStart(String key, Kind<T> kind, T normal) {
    return new Setting<>(key, kind, normal, false);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return key;
  }
}

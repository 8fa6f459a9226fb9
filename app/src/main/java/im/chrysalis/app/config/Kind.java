package im.chrysalis.app.config;

/**
 * What values a setting takes.
 *
 * @param <T> what such a value is to the program
 */
@FunctionalInterface
interface Kind<T> {
  /**
   * Reads a value.
   *
   * @param value as it was parsed: a text, a {@link Long}, a {@link Boolean}, a {@link
   *     java.util.List} or a {@link java.util.Map} of them, or anything else that TOML has
   */
  T read(Object value) throws Unfit;
}

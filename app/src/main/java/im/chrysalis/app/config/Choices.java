package im.chrysalis.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What an operator chose; for everything else the default holds. */
public final class Choices {
  /** Everything as it is when nothing is set. */
  public static final Choices NONE = new Choices(Map.of());

  private final Map<Setting<?>, Choice> chosen;

  /** What was written, and what it means. */
  private record Choice(Object written, Object value) {}

  private Choices(Map<Setting<?>, Choice> chosen) {
    this.chosen = chosen;
  }

  /** What holds. */
  public <T> T of(Setting<T> setting) {
    Choice choice = chosen.get(setting);
    // put in only by set(), with the setting's own type
    @SuppressWarnings("unchecked")
    T value = choice == null ? setting.normal() : (T) choice.value();
    return value;
  }

  /**
   * The same with one more choice.
   *
   * @param value of one of the types that TOML has
   * @throws Unfit when the setting does not take such a value
   */
  public Choices set(Setting<?> setting, Object value) throws Unfit {
    Map<Setting<?>, Choice> more = new LinkedHashMap<>(chosen);
    more.put(setting, new Choice(value, setting.kind().read(value)));
    return new Choices(more);
  }

  /** These, and where nothing is chosen here, the others. */
  public Choices over(Choices others) {
    Map<Setting<?>, Choice> both = new LinkedHashMap<>(others.chosen);
    both.putAll(chosen);
    return new Choices(both);
  }

  /** These, with the others' choices where a reload lets them take effect. */
  public Choices reloaded(Choices others) {
    Map<Setting<?>, Choice> next = new LinkedHashMap<>(chosen);
    next.keySet().removeIf(Setting::live);
    others.chosen.forEach((setting, choice) -> {
      if (setting.live()) {
        next.put(setting, choice);
      }
    });
    return new Choices(next);
  }

  /** In which settings others differ. */
  public List<Setting<?>> differences(Choices others) {
    return Settings.ALL.stream().filter(it -> !isSame(others, it)).toList();
  }

  private boolean isSame(Choices others, Setting<?> setting) {
    Choice mine = chosen.get(setting);
    Choice theirs = others.chosen.get(setting);
    return Objects.equals(of(setting), others.of(setting))
        || (mine != null && theirs != null && mine.written().equals(theirs.written()));
  }
}

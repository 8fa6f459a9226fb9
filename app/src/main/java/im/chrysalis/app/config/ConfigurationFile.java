package im.chrysalis.app.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads a configuration file; what is wrong in it is said with its line. */
final class ConfigurationFile {
  private final TomlParseResult parsed;
  private final List<Complaint> complaints = new ArrayList<>();
  private Choices choices = Choices.NONE;

  private record Complaint(int line, String text) {}

  private ConfigurationFile(TomlParseResult parsed) {
    this.parsed = parsed;
  }

  /**
   * Reads what the file chooses.
   *
   * @throws ConfigurationProblem about the first line that can't be used, or about the file
   */
  static Choices read(Path file) throws ConfigurationProblem {
    ConfigurationFile reading = new ConfigurationFile(parse(file));
    reading.take(List.of(), reading.parsed);
    Optional<Complaint> first =
        reading.complaints.stream().min(Comparator.comparingInt(Complaint::line));
    if (first.isPresent()) {
      throw new ConfigurationProblem(place(file, first.get().line()) + first.get().text());
    }
    return reading.choices;
  }

  private static TomlParseResult parse(Path file) throws ConfigurationProblem {
    TomlParseResult parsed;
    try {
      parsed = Toml.parse(Files.readString(file));
    } catch (NoSuchFileException _) {
      throw new ConfigurationProblem("there is no configuration file " + file);
    } catch (CharacterCodingException _) {
      throw new ConfigurationProblem("the configuration file " + file + " is not in UTF-8");
    } catch (IOException fault) {
      throw new ConfigurationProblem("the configuration file " + file + " can't be read: " + fault);
    }
    Optional<TomlParseError> first =
        parsed.errors().stream().min(Comparator.comparingInt(error -> error.position().line()));
    if (first.isPresent()) {
      throw new ConfigurationProblem(
          place(file, first.get().position().line()) + inOneLine(first.get().getMessage()));
    }
    return parsed;
  }

  private static String place(Path file, int line) {
    return file + ", line " + line + ": ";
  }

  private static String inOneLine(@Nullable String text) {
    return text == null ? "this is not TOML" : text.replace('\n', ' ');
  }

  private void take(List<String> tablePath, TomlTable table) {
    for (var entry : table.entrySet()) {
      List<String> path = new ArrayList<>(tablePath);
      path.add(entry.getKey());
      String key = String.join(".", path);
      Optional<Setting<?>> setting =
          Settings.ALL.stream().filter(it -> it.key().equals(key)).findFirst();
      boolean isTable = Settings.ALL.stream().anyMatch(it -> it.key().startsWith(key + "."));
      if (setting.isPresent()) {
        choose(path, setting.get(), entry.getValue());
      } else if (!isTable) {
        complain(path, "there is no setting " + key + "; " + known(tablePath));
      } else if (entry.getValue() instanceof TomlTable inner) {
        take(path, inner);
      } else {
        complain(path, key + " is not a setting but a table of settings: write [" + key + "]");
      }
    }
  }

  private void choose(List<String> path, Setting<?> setting, Object value) {
    try {
      choices = choices.set(setting, plain(value));
    } catch (Unfit unfit) {
      complain(path, setting + " " + unfit.getMessage());
    }
  }

  private void complain(List<String> path, String text) {
    TomlPosition position = parsed.inputPositionOf(path);
    complaints.add(new Complaint(position == null ? 1 : position.line(), text));
  }

  private static Object plain(Object value) {
    return switch (value) {
      case TomlArray array -> array.toList();
      case TomlTable table -> table.toMap();
      default -> value;
    };
  }

  private static String known(List<String> tablePath) {
    String prefix = tablePath.isEmpty() ? "" : String.join(".", tablePath) + ".";
    return Settings.ALL.stream()
        .map(Setting::key)
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .map(key -> key.contains(".") ? "[" + key.substring(0, key.indexOf('.')) + "]" : key)
        .distinct()
        .collect(
            Collectors.joining(
                ", ",
                tablePath.isEmpty() ? "known are " : "known in [" + tablePath.getFirst() + "] are ",
                ""));
  }
}

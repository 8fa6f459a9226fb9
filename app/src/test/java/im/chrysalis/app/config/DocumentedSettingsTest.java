package im.chrysalis.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** That the commented file is complete. That it shows the defaults is proven with its command. */
class DocumentedSettingsTest {
  /** Prose has a space behind the sign, a setting has none. */
  private static final Pattern LEFT_OUT = Pattern.compile("(?m)^#(?=[a-z])");

  @Test
  void everySettingIsInIt() throws IOException {
    TomlParseResult all = Toml.parse(LEFT_OUT.matcher(documented()).replaceAll(""));

    assertThat(Settings.ALL)
        .extracting(Setting::key)
        .allSatisfy(key -> assertThat(all.contains(key)).as(key).isTrue());
  }

  @Test
  void whatAReloadTakesOverIsMarked() throws IOException {
    List<String> paragraphs = List.of(documented().split("\n\n", -1));

    for (Setting<?> setting : Settings.ALL) {
      String name = setting.key().substring(setting.key().lastIndexOf('.') + 1);
      assertThat(paragraphs)
          .as(setting.key())
          .filteredOn(it -> it.contains("\n#" + name + " = ") || it.contains("[" + setting + "]"))
          .anyMatch(it -> it.contains("# [r]") == setting.live());
    }
  }

  private static String documented() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            DocumentedSettingsTest.class.getResourceAsStream("/im/chrysalis/app/chrysalis.toml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

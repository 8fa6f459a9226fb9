package im.chrysalis.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.app.config.Choices;
import im.chrysalis.app.config.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
  @TempDir Path directory;

  @Test
  void theFileThatIsPrintedIsTheOneInTheDocs() throws Exception {
    assertThat(Ran.command("config"))
        .isEqualTo(new Ran(0, Files.readString(Path.of("../docs/chrysalis.toml")), ""));
  }

  @Test
  void whatTheFileShowsAreTheDefaults() throws Exception {
    String shown = Ran.command("config", "--data", directory.toString()).out();
    String set = shown.replaceAll("(?m)^#(?=[a-z-]+ = )", "");
    Files.writeString(directory.resolve("chrysalis.toml"), set);

    Choices choices = new Sources(directory, Optional.empty(), Choices.NONE).read();

    assertThat(set).isNotEqualTo(shown);
    assertThat(choices.differences(Choices.NONE)).isEmpty();
  }
}

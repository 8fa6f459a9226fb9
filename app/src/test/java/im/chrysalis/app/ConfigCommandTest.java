package im.chrysalis.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigCommandTest {
  @Test
  void theFileThatIsPrintedIsTheOneInTheDocs() throws IOException {
    try (InputStream shipped = Main.class.getResourceAsStream("/im/chrysalis/app/chrysalis.toml")) {
      assertThat(shipped).isNotNull();
      String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).isEqualTo(Files.readString(Path.of("../docs/chrysalis.toml")));
    }
  }
}

package im.chrysalis.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.app.config.Choices;
import im.chrysalis.app.config.Sources;
import im.chrysalis.app.serve.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A data directory whose servers take any free ports of this machine only. */
record DataDirectory(Path path) {
  private static final String ANY_PORTS =
      """
      host = "127.0.0.1"
      [ports]
      dispatch = 0
      notification = 0
      switchboard = 0
      http = 0
      https = 0
      site = 0
      """;

  static DataDirectory in(Path path) throws IOException {
    Files.createDirectories(path);
    return new DataDirectory(path).configure(ANY_PORTS);
  }

  DataDirectory configure(String text) throws IOException {
    Files.writeString(path.resolve("chrysalis.toml"), text);
    return this;
  }

  Service serve() throws Exception {
    return Service.start(new Sources(path, Optional.empty(), Choices.NONE));
  }

  Ran command(String... arguments) {
    return withInput("", arguments);
  }

  Ran withInput(String input, String... arguments) {
    return withInput(input.getBytes(StandardCharsets.UTF_8), arguments);
  }

  Ran withInput(byte[] input, String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.add("--data");
    all.add(path.toString());
    return Ran.withInput(input, all.toArray(String[]::new));
  }

  /** Everything about everybody. */
  String export() {
    Ran exported = command("account", "export");
    assertThat(exported.err()).isEmpty();
    assertThat(exported.code()).isZero();
    return exported.out();
  }
}

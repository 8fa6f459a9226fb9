package im.chrysalis.app.rehearsal;

import im.chrysalis.client.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A server that runs for a rehearsal.
 *
 * @param data its data directory
 * @param notification its notification server
 * @param https its web services
 */
record Stage(Path data, ServerAddress notification, ServerAddress https) {

  /** Reads where it listens from what it printed when it was ready. */
  static Stage of(Path data, Path printed) throws IOException {
    List<String> lines = Files.readAllLines(printed);
    return new Stage(data, listening(lines, "notification server"), listening(lines, "https"));
  }

  private static ServerAddress listening(List<String> lines, String name) {
    return lines.stream()
        .filter(it -> it.startsWith(name))
        .findFirst()
        .flatMap(it -> ServerAddress.parse(it.substring(name.length()).strip()))
        .orElseThrow(() -> new IllegalArgumentException("nothing listens as " + name));
  }

  /** The certificate of the authority that its web services are certified by. */
  Path authority() {
    return data.resolve("tls").resolve("ca.crt");
  }
}

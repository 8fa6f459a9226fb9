package im.chrysalis.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The authority that the first test server of this process made, and what it issued: another would
 * take a second for the same. Each server reads them as files of its own.
 */
final class SharedKeys {
  private static final String DIRECTORY = "tls";

  private static @Nullable Map<String, byte[]> kept;

  private SharedKeys() {}

  /** Puts them into a data directory, if they have been made. */
  static synchronized void lend(Path data) throws IOException {
    if (kept == null) {
      return;
    }
    Path directory = Files.createDirectory(data.resolve(DIRECTORY));
    for (Map.Entry<String, byte[]> file : kept.entrySet()) {
      Files.write(directory.resolve(file.getKey()), file.getValue());
    }
  }

  /** Keeps those of a server that has stopped, if it made all of them. */
  static synchronized void keep(Path data) throws IOException {
    Path directory = data.resolve(DIRECTORY);
    if (kept != null || !Files.exists(directory.resolve("old.crt"))) {
      return;
    }
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(directory)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    kept = files;
  }
}

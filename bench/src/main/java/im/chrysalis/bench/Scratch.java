package im.chrysalis.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder for one run, removed with all its contents when closed. */
record Scratch(Path folder) implements AutoCloseable {

  /** Makes the folder inside this one, by default where temporary files go. */
  static Scratch make(Optional<Path> inside) throws IOException {
    if (inside.isEmpty()) return new Scratch(Files.createTempDirectory("chrysalis-bench-"));
    Files.createDirectories(inside.get());
    return new Scratch(
        Files.createTempDirectory(inside.get().toAbsolutePath(), "chrysalis-bench-"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(Scratch::delete);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

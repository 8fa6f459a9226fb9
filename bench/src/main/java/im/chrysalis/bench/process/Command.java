package im.chrysalis.bench.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Small programs that run to their end. */
final class Command {
  private static final int LONGEST_MINUTES = 3;

  /** How a program ended, and all it printed. */
  record Outcome(int exitCode, String output) {}

  private Command() {}

  /** Runs a program to its end, or ends it when it takes minutes. */
  static Outcome run(List<String> words) throws IOException {
    return run(words, Map.of());
  }

  /** Like {@link #run(List)}, with these environment variables added to ours. */
  static Outcome run(List<String> words, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    CompletableFuture<Void> limit =
        CompletableFuture.runAsync(
            process::destroyForcibly,
            CompletableFuture.delayedExecutor(LONGEST_MINUTES, TimeUnit.MINUTES));
    try {
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Outcome(process.waitFor(), output.strip());
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + words.getFirst(), e);
    } finally {
      limit.cancel(false);
    }
  }

  /** Where a program is, when PATH leads to it. */
  static Optional<Path> find(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}

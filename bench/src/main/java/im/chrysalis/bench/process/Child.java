package im.chrysalis.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A process of ours that says on standard output when it is ready, and never outlives us. */
final class Child {
  private static final int REMEMBERED_LINES = 20;
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(12);

  private final String name;
  private final Process process;
  private final Path errors;
  private final Thread killer;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final CompletableFuture<String> ready = new CompletableFuture<>();

  /**
   * Starts a process.
   *
   * @param environment variables added to ours
   * @param errors takes what it prints on standard error
   * @param isReady recognises the line that says it is ready
   */
  Child(
      String name,
      List<String> command,
      Map<String, String> environment,
      Path errors,
      Predicate<String> isReady)
      throws CannotMeasure {
    this.name = name;
    this.errors = errors;
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
      builder.environment().putAll(environment);
      process = builder.start();
    } catch (IOException e) {
      throw new CannotMeasure(name + " does not start: " + e.getMessage(), e);
    }
    killer = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(killer);
    Thread.ofPlatform().daemon().name("output of " + name).start(() -> follow(isReady));
  }

  private void follow(Predicate<String> isReady) {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        remember(line);
        if (isReady.test(line)) ready.complete(line);
      }
      ready.completeExceptionally(new IOException("ended"));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  private synchronized void remember(String line) {
    if (lastLines.size() == REMEMBERED_LINES) lastLines.remove();
    lastLines.add(line);
  }

  /** Waits for the line that says it is ready. */
  String awaitReady(Duration limit) throws CannotMeasure {
    try {
      return ready.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      stop();
      throw new CannotMeasure(name + " ended before it was ready:" + lastWords());
    } catch (TimeoutException e) {
      stop();
      throw new CannotMeasure(
          name + " was not ready after " + limit.toSeconds() + " s:" + lastWords());
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
      throw new CannotMeasure("interrupted while " + name + " started", e);
    }
  }

  private synchronized String lastWords() {
    StringBuilder words = new StringBuilder();
    lastLines.forEach(line -> words.append("\n  ").append(line));
    try {
      List<String> lines = Files.readAllLines(errors);
      lines.stream()
          .skip(Math.max(0, lines.size() - REMEMBERED_LINES))
          .forEach(line -> words.append("\n  ").append(line));
    } catch (IOException e) {
      words.append("\n  (").append(errors).append(" cannot be read: ").append(e).append(')');
    }
    return words.toString();
  }

  long pid() {
    return process.pid();
  }

  /** Asks the process to end, and ends it when it does not. */
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_DRAIN)) process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    forgetKiller();
  }

  private void forgetKiller() {
    try {
      Runtime.getRuntime().removeShutdownHook(killer);
    } catch (IllegalStateException _) {
      // the JVM ends already, and the hook runs or has run
    }
  }
}

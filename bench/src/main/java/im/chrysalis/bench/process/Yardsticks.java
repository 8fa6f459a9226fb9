package im.chrysalis.bench.process;

import im.chrysalis.bench.yardstick.AnswersYardstick;
import im.chrysalis.bench.yardstick.RelayYardstick;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes yardsticks: C programs where there is a compiler, else the same in Java. */
public final class Yardsticks {
  private static final Duration LONGEST_START = Duration.ofSeconds(10);

  private final Path folder;
  private final Optional<Path> compiler;
  private int started;

  private Yardsticks(Path folder, Optional<Path> compiler) {
    this.folder = folder;
    this.compiler = compiler;
  }

  /** Yardsticks that keep their programs and files in this folder. */
  public static Yardsticks in(Path folder) {
    // epoll is Linux
    boolean linux = System.getProperty("os.name").equals("Linux");
    return new Yardsticks(
        folder,
        Stream.of("cc", "gcc", "clang")
            .filter(_ -> linux)
            .flatMap(name -> Command.find(name).stream())
            .findFirst());
  }

  /** Yardsticks in Java, whatever is installed. */
  public static Yardsticks inJava(Path folder) {
    return new Yardsticks(folder, Optional.empty());
  }

  /** What they are made of, for the report. */
  public String description() {
    return compiler
        .map(it -> "C and epoll, " + it.getFileName() + " -O2")
        .orElse("Java NIO (no C compiler)");
  }

  /**
   * Passes messages between two connections.
   *
   * @param sender address and name, as they stand in an arriving message
   */
  public Yardstick relay(String sender) throws CannotMeasure {
    return start("relay", RelayYardstick.class, sender);
  }

  /** Answers lines from a script, without understanding them. */
  public Yardstick answers(AnswerScript script) throws CannotMeasure {
    Path file = folder.resolve("answers-" + started + ".script");
    try {
      script.writeTo(file);
    } catch (IOException e) {
      throw new CannotMeasure("cannot write " + file + ": " + e.getMessage(), e);
    }
    return start("answers", AnswersYardstick.class, file.toString());
  }

  private Yardstick start(String name, Class<?> inJava, String argument) throws CannotMeasure {
    List<String> command =
        new ArrayList<>(
            compiler.isPresent()
                ? List.of(compiled(name, compiler.get()).toString())
                : List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    inJava.getName()));
    command.add(argument);
    Path log = folder.resolve("yardstick-" + started++ + ".log");
    Child child =
        new Child(
            "the yardstick " + name, command, Map.of(), log, line -> line.startsWith("port "));
    int port = Integer.parseInt(child.awaitReady(LONGEST_START).substring("port ".length()));
    return new Yardstick(child, ProcessMeter.of(child.pid()), port);
  }

  private Path compiled(String name, Path with) throws CannotMeasure {
    Path program = folder.resolve("yardstick-" + name);
    if (Files.isExecutable(program)) return program;
    Path source = folder.resolve(name + ".c");
    try (InputStream text = RelayYardstick.class.getResourceAsStream(name + ".c")) {
      if (text == null) throw new IOException("the source of " + name + " is missing");
      Files.write(source, text.readAllBytes());
      Command.Outcome outcome =
          Command.run(List.of(with.toString(), "-O2", "-o", program.toString(), source.toString()));
      if (outcome.exitCode() != 0) throw new IOException(outcome.output());
    } catch (IOException e) {
      throw new CannotMeasure("the yardstick " + name + " does not compile: " + e.getMessage(), e);
    }
    return program;
  }
}

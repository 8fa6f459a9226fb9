package im.chrysalis.app;

import im.chrysalis.terminal.ChatCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./chrysalis COMMAND}. */
@Command(
    name = "chrysalis",
    description = "The MSN Messenger network on your own machine.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Main implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(Terminal.ofProcess(), arguments));
  }

  /** Runs a command; the exit code. */
  static int run(Terminal terminal, String... arguments) {
    Errors errors = new Errors(terminal.err());
    CommandLine all =
        new CommandLine(new Main())
            .addSubcommand(new ServeCommand(terminal))
            .addSubcommand(AccountCommand.all(terminal))
            .addSubcommand(new BackupCommand(terminal))
            .addSubcommand(new RestoreCommand(terminal))
            .addSubcommand(new ReloadCommand(terminal))
            .addSubcommand(new ConnectInfoCommand(terminal))
            .addSubcommand(new ConfigCommand(terminal))
            .addSubcommand(new ChatCommand());
    return all.setOut(writer(terminal.out()))
        .setErr(writer(terminal.err()))
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors)
        .execute(arguments);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }
}

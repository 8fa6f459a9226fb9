package im.chrysalis.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./chrysalis COMMAND}. */
@Command(
    name = "chrysalis",
    description = "The MSN Messenger network on your own machine.",
    subcommands = {ServeCommand.class, AccountCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}

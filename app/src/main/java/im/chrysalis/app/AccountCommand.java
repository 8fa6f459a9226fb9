package im.chrysalis.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./chrysalis account}. */
@Command(
    name = "account",
    description = "Makes, lists, changes and moves accounts, whether the server runs or not.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class AccountCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  private AccountCommand() {}

  static CommandLine all(Terminal terminal) {
    return new CommandLine(new AccountCommand())
        .addSubcommand(new AccountCreate(terminal))
        .addSubcommand(new AccountList(terminal))
        .addSubcommand(new AccountPassword(terminal))
        .addSubcommand(new AccountDelete(terminal))
        .addSubcommand(new AccountImport(terminal))
        .addSubcommand(new AccountExport(terminal))
        .addSubcommand(new AccountInvitations(terminal));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }
}

package im.chrysalis.app;

import im.chrysalis.app.operate.DeleteAccount;
import im.chrysalis.values.EmailAddress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./chrysalis account delete}. */
@Command(
    name = "delete",
    description = {
      "Removes an account with all it has, and out of everybody's lists.",
      "Asks first when somebody sits at the terminal; a script is not asked."
    },
    mixinStandardHelpOptions = true)
final class AccountDelete implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Parameters(paramLabel = "ADDRESS", converter = AddressConverter.class)
  EmailAddress address = new EmailAddress("nobody@nowhere");

  @Option(names = "--yes", description = "Does not ask.")
  boolean yes;

  AccountDelete(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (!yes && terminal.person().isPresent()) {
      String question = "Remove " + address + " for good? Type yes: ";
      if (!terminal.person().get().line(question).strip().equalsIgnoreCase("yes")) {
        terminal.err().println("nothing was removed");
        return 1;
      }
    }
    DeleteAccount.Done done = Desk.order(place, new DeleteAccount(address.text()));
    terminal.out().println(done.address() + "  is removed");
    return 0;
  }
}

package im.chrysalis.app;

import im.chrysalis.app.operate.SetPassword;
import im.chrysalis.values.EmailAddress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./chrysalis account password}. */
@Command(
    name = "password",
    description = "Sets an account's password; whoever is signed in to it is signed out.",
    mixinStandardHelpOptions = true)
final class AccountPassword implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Parameters(paramLabel = "ADDRESS", converter = AddressConverter.class)
  EmailAddress address = new EmailAddress("nobody@nowhere");

  @Option(
      names = "--password-stdin",
      description = "Reads the password from standard input, one line.")
  boolean passwordFromInput;

  AccountPassword(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    String password = terminal.newPassword(passwordFromInput);
    SetPassword.Done done = Desk.order(place, new SetPassword(address.text(), password));
    terminal.out().println(done.address() + "  has a new password");
    return 0;
  }
}

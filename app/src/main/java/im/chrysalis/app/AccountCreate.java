package im.chrysalis.app;

import im.chrysalis.app.operate.CreateAccount;
import im.chrysalis.values.EmailAddress;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./chrysalis account create}. */
@Command(
    name = "create",
    description = "Makes an account and prints its address, alias and number.",
    mixinStandardHelpOptions = true)
final class AccountCreate implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Parameters(
      paramLabel = "ADDRESS",
      converter = AddressConverter.class,
      description = "An address such as anna@example.com; it need not receive mail.")
  EmailAddress address = new EmailAddress("nobody@nowhere");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What friends see. Default: the address")
  Optional<String> name = Optional.empty();

  @Option(
      names = "--legacy-clients",
      description = {
        "Lets MSN Messenger 1 to 5 and other clients of MSNP2 to MSNP7 sign in.",
        "For them the password itself is kept, encrypted with the key file."
      })
  boolean legacyClients;

  @Option(
      names = "--password-stdin",
      description = "Reads the password from standard input, one line.")
  boolean passwordFromInput;

  AccountCreate(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    String password = terminal.newPassword(passwordFromInput);
    CreateAccount.Made made =
        Desk.order(place, new CreateAccount(address.text(), name, legacyClients, password));
    terminal
        .out()
        .println(made.address() + "  alias " + made.alias() + "  number " + made.number());
    return 0;
  }
}

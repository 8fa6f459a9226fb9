package im.chrysalis.app;

import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Registry;
import im.chrysalis.store.Store;
import im.chrysalis.store.StoreOptions;
import im.chrysalis.values.EmailAddress;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./chrysalis account}. */
@Command(name = "account", description = "Makes and lists accounts.", mixinStandardHelpOptions = true)
final class AccountCommand {
  @Command(name = "create")
  int create(
      @Parameters(paramLabel = "ADDRESS") String address,
      @Option(names = "--data", defaultValue = "data") Path data,
      @Option(names = "--legacy-clients") boolean legacy,
      @Option(names = "--password-stdin") boolean stdin)
      throws Exception {
    String password = new java.io.BufferedReader(new java.io.InputStreamReader(System.in, java.nio.charset.StandardCharsets.UTF_8)).readLine();
    try (Store store = Store.open(StoreOptions.in(data))) {
      NewAccount wanted = NewAccount.of(EmailAddress.of(address), password);
      Registry.Creation made =
          store.registry().create(legacy ? wanted.forLegacyClients() : wanted);
      System.out.println(made);
      return made instanceof Registry.Creation.Made ? 0 : 1;
    }
  }
}

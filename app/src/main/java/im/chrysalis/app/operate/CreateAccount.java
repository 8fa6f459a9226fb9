package im.chrysalis.app.operate;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Registry.Creation;
import java.util.Optional;

/**
 * Makes an account.
 *
 * @param name the friendly name; the address when absent
 * @param legacyClients whether MSNP2 to MSNP7 may sign in, for which the password itself is kept
 */
public record CreateAccount(
    String address, Optional<String> name, boolean legacyClients, String password)
    implements Order<CreateAccount.Made> {

  /** The account as it was made. */
  public record Made(String address, String alias, long number) {}

  @Override
  public Class<Made> answer() {
    return Made.class;
  }

  @Override
  public Made carryOut(Workplace at, Exchange with) throws Refused {
    NewAccount plain = NewAccount.of(Workplace.address(address), password);
    NewAccount named = name.map(plain::named).orElse(plain);
    return switch (at.store().registry().create(legacyClients ? named.forLegacyClients() : named)) {
      case Creation.Made(Account made) ->
          new Made(made.card().address().text(), made.alias().text(), made.card().id().number());
      case Creation.Refused(var why) -> throw new Refused(address + ": " + why.sentence());
    };
  }

  @Override
  public String toString() {
    return "CreateAccount[" + address + "]";
  }
}

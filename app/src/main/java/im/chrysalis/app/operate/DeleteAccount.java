package im.chrysalis.app.operate;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.person.Outcome;
import im.chrysalis.domain.person.Request;

/** Removes an account with all it has, and out of everybody's lists; its sessions end. */
public record DeleteAccount(String address) implements Order<DeleteAccount.Done> {

  /** The account is gone. */
  public record Done(String address) {}

  @Override
  public Class<Done> answer() {
    return Done.class;
  }

  @Override
  public Done carryOut(Workplace at, Exchange with) throws Refused {
    Account account = at.account(address);
    return switch (at.ask(account.card().id(), new Request.DeleteAccount())) {
      case Outcome.Done _ -> new Done(account.card().address().text());
      case Outcome.Refused(var why) -> throw new Refused(address + " can't be removed: " + why);
    };
  }
}

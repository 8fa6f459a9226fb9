package im.chrysalis.app.operate;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Registry.Problem;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionEvent.Ended;
import java.util.Optional;

/** Replaces an account's password; who is signed in with the old one is not any more. */
public record SetPassword(String address, String password) implements Order<SetPassword.Done> {

  /** The password is set. */
  public record Done(String address) {}

  @Override
  public Class<Done> answer() {
    return Done.class;
  }

  @Override
  public Done carryOut(Workplace at, Exchange with) throws Refused {
    Account account = at.account(address);
    Optional<Problem> problem =
        at.store().registry().setPassword(account.card().address(), password);
    if (problem.isPresent()) {
      throw new Refused(address + ": " + problem.get().sentence());
    }
    at.ask(account.card().id(), new Request.EndSessions(Ended.Why.PASSWORD_CHANGED));
    return new Done(account.card().address().text());
  }

  @Override
  public String toString() {
    return "SetPassword[" + address + "]";
  }
}

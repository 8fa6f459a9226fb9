package im.chrysalis.store;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.circle.Circle;
import im.chrysalis.domain.circle.CircleMember;
import im.chrysalis.domain.circle.CircleRole;
import im.chrysalis.domain.circle.CircleState;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.EmailAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A circle in the line of its owner, understood. */
record ImportedCircle(
    CircleId id, String name, Instant created, Instant changed, List<Member> members) {

  /**
   * Somebody who is in it or invited.
   *
   * @param place for complaints: {@code circles[1].members[3]}
   */
  record Member(
      String place,
      EmailAddress who,
      CircleRole role,
      Optional<EmailAddress> inviter,
      String message,
      Instant since,
      boolean blocked) {

    private CircleMember of(AccountId id, Optional<AccountId> inviterId) {
      return new CircleMember(
          card(id, who),
          role,
          role == CircleRole.PENDING_OUTBOUND ? CircleState.WAITING : CircleState.ACCEPTED,
          inviterId.flatMap(it -> inviter.map(address -> card(it, address))),
          message,
          since,
          blocked);
    }

    private static Card card(AccountId id, EmailAddress address) {
      return new Card(id, address, address.text());
    }
  }

  /** The circle itself, without those who have no account. */
  Circle of(AccountId owner, Function<EmailAddress, Optional<AccountId>> accounts) {
    List<CircleMember> known = new ArrayList<>();
    for (Member member : members) {
      Optional<AccountId> inviter = member.inviter().flatMap(accounts);
      accounts.apply(member.who()).ifPresent(it -> known.add(member.of(it, inviter)));
    }
    return new Circle(id, name, owner, created, changed, known);
  }
}

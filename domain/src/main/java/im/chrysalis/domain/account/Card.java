package im.chrysalis.domain.account;

import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;

/**
 * What anybody may know of an account.
 *
 * @param name the friendly name; the address where none was ever given
 */
public record Card(AccountId id, EmailAddress address, String name) {
  /** The same account under another name. */
  public Card named(String other) {
    return new Card(id, address, other);
  }
}

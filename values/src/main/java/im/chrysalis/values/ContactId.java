package im.chrysalis.values;

import java.util.Optional;
import java.util.UUID;

/**
 * The GUID by which newer dialects and the address book call a contact. It follows from the
 * contact's account number, the same in everybody's lists, so that nothing need be kept for it.
 *
 * @param account whose it is
 */
public record ContactId(AccountId account) {
  private static final long HIGH = 0x6368_7279_7300_4000L;
  private static final long LOW = 0x8000_0000_0000_0000L;
  private static final long NUMBER = 0x0000_FFFF_FFFF_FFFFL;

  /** As a GUID. */
  public UUID guid() {
    return new UUID(HIGH, LOW | account.number());
  }

  /** What a GUID stands for, in either case and with or without braces; nothing when none. */
  public static Optional<ContactId> parse(String text) {
    return Guid.parseBraced(text).flatMap(ContactId::of);
  }

  private static Optional<ContactId> of(UUID guid) {
    long low = guid.getLeastSignificantBits();
    return guid.getMostSignificantBits() == HIGH && (low & ~NUMBER) == LOW
        ? Optional.of(new ContactId(new AccountId(low & NUMBER)))
        : Optional.empty();
  }

  /** 36 characters in lower case, without braces. */
  @Override
  public String toString() {
    return guid().toString();
  }
}

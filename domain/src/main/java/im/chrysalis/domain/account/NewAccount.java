package im.chrysalis.domain.account;

import im.chrysalis.values.AccountId;
import im.chrysalis.values.Alias;
import im.chrysalis.values.EmailAddress;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * An account as it is asked for. Whatever is left out is made up.
 *
 * @param name the friendly name; the address when left out
 * @param alias made from the address when left out
 * @param id the next free number when left out; never one that an account had before
 * @param guid random when left out
 * @param cid random when left out
 * @param password none when left out; nobody can sign in until one is set
 * @param legacyClients whether clients may sign in whose protocol needs the password itself to be
 *     kept (MSNP2 to MSNP7)
 */
public record NewAccount(
    EmailAddress address,
    Optional<String> name,
    Optional<Alias> alias,
    Optional<AccountId> id,
    Optional<UUID> guid,
    OptionalLong cid,
    Optional<String> password,
    boolean legacyClients) {

  /** The highest number that may be asked for: ICQ's are unsigned numbers of 32 bits. */
  public static final long MAX_NUMBER = 4_000_000_000L;

  /** An account with a password and everything else made up. */
  public static NewAccount of(EmailAddress address, String password) {
    return new NewAccount(
        address,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.of(password),
        false);
  }

  /** The same with a friendly name. */
  public NewAccount named(String other) {
    return new NewAccount(
        address, Optional.of(other), alias, id, guid, cid, password, legacyClients);
  }

  /** The same with an alias. */
  public NewAccount with(Alias other) {
    return new NewAccount(
        address, name, Optional.of(other), id, guid, cid, password, legacyClients);
  }

  /** The same with a number. */
  public NewAccount with(AccountId other) {
    return new NewAccount(
        address, name, alias, Optional.of(other), guid, cid, password, legacyClients);
  }

  /** The same, open to old clients. */
  public NewAccount forLegacyClients() {
    return new NewAccount(address, name, alias, id, guid, cid, password, true);
  }

  @Override
  public String toString() {
    return "NewAccount[" + address + "]";
  }
}

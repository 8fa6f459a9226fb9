package im.chrysalis.client;

import im.chrysalis.values.EmailAddress;

/**
 * Who signs in, and what proves it.
 *
 * @param account the account's address
 * @param password in clear; up to MSNP7 only a proof of it crosses the wire, later it is told to
 *     the network's web services, encrypted
 */
public record Credentials(EmailAddress account, String password) {
  /**
   * The credentials of an account.
   *
   * @throws IllegalArgumentException when the text is no address
   */
  public static Credentials of(String account, String password) {
    return new Credentials(EmailAddress.of(account), password);
  }

  /** The account alone: what is logged by accident must not hold a password. */
  @Override
  public String toString() {
    return "Credentials[" + account + "]";
  }
}

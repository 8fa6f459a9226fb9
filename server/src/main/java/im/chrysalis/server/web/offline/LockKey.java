package im.chrysalis.server.web.offline;

import im.chrysalis.values.AccountId;
import im.chrysalis.wire.challenge.Product;
import im.chrysalis.wire.challenge.Products;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The challenge that a client answers once before it sends offline messages, and whose answer it
 * shows again with each of them.
 *
 * <p>The challenge is the same for an account every time: neither a restart nor another node makes
 * clients do it again, and nothing is secret about it, as the keys stand in every copy of the
 * programs.
 */
final class LockKey {
  private static final int FACTOR = 1_103_515_245;

  private final BooleanSupplier strict;

  /**
   * The challenge.
   *
   * @param strict whether wrong answers of known programs are refused, as with the challenge of the
   *     notification server
   */
  LockKey(BooleanSupplier strict) {
    this.strict = strict;
  }

  /**
   * Lets a client pass that has answered.
   *
   * @param product what the client says it is
   * @throws SendFault with the challenge, for all others
   */
  void check(AccountId account, Optional<String> product, Optional<String> lockKey)
      throws SendFault {
    String challenge = challenge(account);
    Optional<Product> known = product.flatMap(Products::find).filter(_ -> strict.getAsBoolean());
    boolean passes =
        lockKey
            .filter(key -> !key.isEmpty())
            .map(key ->
                known.map(it -> it.answerSinceMsnp11(challenge).equalsIgnoreCase(key)).orElse(true))
            .orElse(false);
    if (!passes) {
      throw SendFault.challenge(challenge);
    }
  }

  static String challenge(AccountId account) {
    int mixed = Long.hashCode(account.number()) * FACTOR;
    return Integer.toString(
        (mixed & 0x3FFF_FFFF) | 0x4000_0000); // ten digits, as clients know them
  }
}

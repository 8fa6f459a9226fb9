package im.chrysalis.server.referral;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.values.AccountId;
import im.chrysalis.wire.dialect.Dialect;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens with which a client shows a switchboard who it is. A token says everything itself and is
 * sealed, so that a notification server need not tell any switchboard of it; it holds once, for two
 * minutes, for one account. Any thread.
 *
 * <pre>
 * account(8) session(8) conversation(4) dialect(1) sender(8) expiry(8) serial(8) node(0..32) seal(16)
 * </pre>
 */
public final class SwitchboardTokens {
  /** How long a token holds. */
  public static final Duration LIFETIME = Duration.ofMinutes(2);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SEAL = 16;
  private static final int FIXED = 8 + 8 + 4 + 1 + 8 + 8 + 8;
  private static final int MAX_NODE = 32;
  private static final long NOBODY = 0;

  private final SecretKeySpec key;
  private final Timer timer;
  private final SecureRandom random = new SecureRandom();
  private final Cache<Long, Boolean> used =
      Caffeine.newBuilder().expireAfterWrite(LIFETIME.plusSeconds(10)).build();

  /**
   * What a token says.
   *
   * @param conversation the one to enter; 0 for a new one
   * @param sender who left messages that are to be said; then the conversation begins when the
   *     token is shown, and its number stands for no other
   */
  public record Token(
      AccountId account,
      SessionId session,
      int conversation,
      Dialect dialect,
      Optional<AccountId> sender) {}

  /**
   * Tokens sealed with a key.
   *
   * @param key 32 bytes, the same on all nodes
   */
  public SwitchboardTokens(byte[] key, Timer timer) {
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.timer = timer;
  }

  /**
   * A new token: letters, digits, {@code -} and {@code _}, fewer than 128 characters.
   *
   * @param where the node whose switchboard it is for
   */
  public String issue(Token token, String where) {
    byte[] node = token.session().node().getBytes(StandardCharsets.UTF_8);
    if (node.length > MAX_NODE) {
      throw new IllegalArgumentException("a node's name of more than " + MAX_NODE + " bytes");
    }
    byte[] plain =
        ByteBuffer.allocate(FIXED + node.length)
            .putLong(token.account().number())
            .putLong(token.session().serial())
            .putInt(token.conversation())
            .put((byte) token.dialect().number())
            .putLong(token.sender().map(AccountId::number).orElse(NOBODY))
            .putLong(timer.now().plus(LIFETIME).toEpochMilli())
            .putLong(random.nextLong())
            .put(node)
            .array();
    byte[] whole = Arrays.copyOf(plain, plain.length + SEAL);
    System.arraycopy(seal(plain, where), 0, whole, plain.length, SEAL);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /**
   * What a token says, the first time it is shown; nothing when it is forged, old, used or for
   * another node.
   *
   * @param here this node
   */
  public Optional<Token> redeem(String text, String here) {
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
    if (whole.length < FIXED + SEAL || whole.length > FIXED + MAX_NODE + SEAL) {
      return Optional.empty();
    }
    byte[] plain = Arrays.copyOf(whole, whole.length - SEAL);
    byte[] seal = Arrays.copyOfRange(whole, plain.length, whole.length);
    if (!MessageDigest.isEqual(seal, seal(plain, here))) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(plain);
    AccountId account = new AccountId(in.getLong());
    long session = in.getLong();
    int conversation = in.getInt();
    Optional<Dialect> dialect = Dialect.ofName("MSNP" + in.get());
    long sender = in.getLong();
    boolean expired = timer.now().toEpochMilli() > in.getLong();
    long serial = in.getLong();
    String node = StandardCharsets.UTF_8.decode(in).toString();
    if (expired || dialect.isEmpty() || used.asMap().putIfAbsent(serial, true) != null) {
      return Optional.empty();
    }
    return Optional.of(
        new Token(
            account,
            new SessionId(node, session),
            conversation,
            dialect.get(),
            sender == NOBODY ? Optional.empty() : Optional.of(new AccountId(sender))));
  }

  /** A node's name is under the seal and not in the token: it holds at that node only. */
  private byte[] seal(byte[] plain, String where) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(where.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Arrays.copyOf(mac.doFinal(plain), SEAL);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java lacks " + ALGORITHM, missing);
    }
  }
}

package im.chrysalis.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password's Argon2id hash, written as a PHC string: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}.
 *
 * @param kibibytes of memory that one hash takes
 * @param passes over that memory
 */
record PasswordHash(int kibibytes, int passes, int lanes, byte[] salt, byte[] hash) {
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  // What an imported hash may cost: it is paid at every sign-in.
  private static final int MAX_KIBIBYTES = 256 * 1024;
  private static final int MAX_PASSES = 16;
  private static final int MAX_LANES = 16;

  private static final String BASE64 = "[A-Za-z0-9+/]";
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$(%s{11,86})\\$(%s{16,86})"
              .formatted(BASE64, BASE64));

  static PasswordHash of(String password, HashStrength strength) {
    byte[] salt = random(SALT_BYTES);
    byte[] hash =
        compute(password, strength.kibibytes(), strength.passes(), LANES, salt, HASH_BYTES);
    return new PasswordHash(strength.kibibytes(), strength.passes(), LANES, salt, hash);
  }

  /** One that no password has, to take the time of a check for nothing. */
  static PasswordHash ofNothing(HashStrength strength) {
    return new PasswordHash(
        strength.kibibytes(), strength.passes(), LANES, random(SALT_BYTES), random(HASH_BYTES));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** The hash, or nothing when the text is not one or it is costlier than a server should bear. */
  static Optional<PasswordHash> parse(String phc) {
    Matcher it = PHC.matcher(phc);
    if (!it.matches()) {
      return Optional.empty();
    }
    int kibibytes = Integer.parseInt(it.group(1));
    int passes = Integer.parseInt(it.group(2));
    int lanes = Integer.parseInt(it.group(3));
    if (lanes < 1
        || lanes > MAX_LANES
        || passes < 1
        || passes > MAX_PASSES
        || kibibytes < 8 * lanes
        || kibibytes > MAX_KIBIBYTES) {
      return Optional.empty();
    }
    try {
      byte[] salt = Base64.getDecoder().decode(it.group(4));
      byte[] hash = Base64.getDecoder().decode(it.group(5));
      return Optional.of(new PasswordHash(kibibytes, passes, lanes, salt, hash));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether it is the hash of the password. Slow on purpose. */
  boolean matches(String password) {
    return MessageDigest.isEqual(
        hash, compute(password, kibibytes, passes, lanes, salt, hash.length));
  }

  private static byte[] compute(
      String password, int kibibytes, int passes, int lanes, byte[] salt, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(kibibytes)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  /** The PHC string. */
  @Override
  public String toString() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            kibibytes, passes, lanes, base64.encodeToString(salt), base64.encodeToString(hash));
  }
}

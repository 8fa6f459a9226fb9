package im.chrysalis.wire.challenge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/**
 * How a person proves a password up to MSNP7: the MD5 of the server's challenge and the password.
 *
 * @see <a href="../../../../../../../../docs/protocol/sign-in.md#md5">docs/protocol/sign-in.md</a>
 */
public final class PasswordProof {
  private PasswordProof() {}

  /** The proof: 32 lower-case hex digits. */
  public static String of(String challenge, String password) {
    return HexFormat.of().formatHex(Md5.of(challenge, password));
  }

  /** Whether a proof is right, in either case; takes the same time wherever it differs. */
  public static boolean matches(String proof, String challenge, String password) {
    return MessageDigest.isEqual(
        bytes(proof.toLowerCase(Locale.ROOT)), bytes(of(challenge, password)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

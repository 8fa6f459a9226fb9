package im.chrysalis.wire.challenge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** MD5, which is broken for every purpose but speaking to old clients. */
final class Md5 {
  private Md5() {}

  /** The hash of two texts written one after the other, in UTF-8. */
  static byte[] of(String first, String second) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      md5.update(first.getBytes(StandardCharsets.UTF_8));
      return md5.digest(second.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}

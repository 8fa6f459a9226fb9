package im.chrysalis.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Answers to the two challenges of MSNP7: the password's, and the client's own. */
public final class Md5 {
  public static final String PRODUCT = "msmsgs@msnmsgr.com";
  private static final String PRODUCT_KEY = "Q1P7W2E4J9R8U3S5";

  private Md5() {}

  /** The proof for {@code USR t MD5 S}, and the answer to {@code CHL} with the product's key. */
  public static String answer(String challenge, String secret) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(md5.digest((challenge + secret).getBytes(ISO_8859_1)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }

  /** The whole answer to {@code CHL 0 challenge}, payload included. */
  public static String query(int trId, String challenge) {
    return "QRY " + trId + " " + PRODUCT + " 32\r\n" + answer(challenge, PRODUCT_KEY);
  }
}

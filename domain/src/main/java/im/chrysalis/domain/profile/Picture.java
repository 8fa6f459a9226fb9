package im.chrysalis.domain.profile;

/**
 * A picture to be kept.
 *
 * @param name what its owner calls it; at most {@value #MAX_NAME} characters, without NUL
 * @param form by its bytes
 * @param bytes at most {@value #MAX_BYTES}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
public record Picture(String name, PictureForm form, byte[] bytes) {
  /** The largest picture, in bytes. */
  public static final int MAX_BYTES = 512 * 1024;

  /** The longest name, in characters. */
  public static final int MAX_NAME = 128;

  public Picture {
    if (name.length() > MAX_NAME || name.indexOf('\0') >= 0 || bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException("a picture of " + bytes.length + " bytes, or its name");
    }
  }
}

package im.chrysalis.domain.profile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The forms of pictures that are kept, told by their first bytes and not by what clients say. */
public enum PictureForm {
  PNG("png", "\u0089PNG\r\n\u001A\n"),
  JPEG("jpeg", "\u00FF\u00D8\u00FF"),
  GIF("gif", "GIF8"),
  BMP("bmp", "BM");

  private static final int LONGEST_START = 8;

  private final String code;
  private final String start;

  PictureForm(String code, String start) {
    this.code = code;
    this.start = start;
  }

  /** What stands behind {@code image/} in its media type; also how it is kept. */
  public String code() {
    return code;
  }

  /** The form of a picture, or nothing when it is none of these. */
  public static Optional<PictureForm> of(byte[] picture) {
    int length = Math.min(picture.length, LONGEST_START);
    String start = new String(picture, 0, length, StandardCharsets.ISO_8859_1);
    return Arrays.stream(values()).filter(form -> start.startsWith(form.start)).findFirst();
  }

  /** The form of a code, or nothing when it is not known. */
  public static Optional<PictureForm> ofCode(String code) {
    return Arrays.stream(values()).filter(form -> form.code.equals(code)).findFirst();
  }
}

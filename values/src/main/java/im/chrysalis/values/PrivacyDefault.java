package im.chrysalis.values;

import java.util.Optional;

/** What holds for people who are on neither the allow list nor the block list (BLP). */
public enum PrivacyDefault {
  ALLOW("AL"),
  BLOCK("BL");

  private final String code;

  PrivacyDefault(String code) {
    this.code = code;
  }

  /** Two capital letters. */
  public String code() {
    return code;
  }

  /** The default of a code in either case, or nothing when there is none. */
  public static Optional<PrivacyDefault> ofCode(String code) {
    return code.equalsIgnoreCase("AL")
        ? Optional.of(ALLOW)
        : code.equalsIgnoreCase("BL") ? Optional.of(BLOCK) : Optional.empty();
  }
}

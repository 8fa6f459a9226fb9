package im.chrysalis.values;

import java.util.Optional;

/** What a client does when somebody adds its owner (GTC). The server only keeps it. */
public enum AddNotice {
  ASK("A"),
  SILENT("N");

  private final String code;

  AddNotice(String code) {
    this.code = code;
  }

  /** One capital letter. */
  public String code() {
    return code;
  }

  /** The choice of a code in either case, or nothing when there is none. */
  public static Optional<AddNotice> ofCode(String code) {
    return code.equalsIgnoreCase("A")
        ? Optional.of(ASK)
        : code.equalsIgnoreCase("N") ? Optional.of(SILENT) : Optional.empty();
  }
}

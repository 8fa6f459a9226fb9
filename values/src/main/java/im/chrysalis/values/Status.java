package im.chrysalis.values;

import java.util.Optional;

/** What a person says about being there. The codes are those of MSNP. */
public enum Status {
  ONLINE("NLN"),
  BUSY("BSY"),
  IDLE("IDL"),
  BE_RIGHT_BACK("BRB"),
  AWAY("AWY"),
  ON_THE_PHONE("PHN"),
  OUT_TO_LUNCH("LUN"),
  /** Signed in, but offline in the eyes of everybody else. */
  HIDDEN("HDN"),
  OFFLINE("FLN");

  private final String code;

  Status(String code) {
    this.code = code;
  }

  /** Three capital letters. */
  public String code() {
    return code;
  }

  /** Whether others see somebody with this status as being there. */
  public boolean isSeen() {
    return this != HIDDEN && this != OFFLINE;
  }

  /** The status of a code in either case, or nothing when there is none. */
  public static Optional<Status> ofCode(String code) {
    for (Status status : values()) {
      if (status.code.equalsIgnoreCase(code)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}

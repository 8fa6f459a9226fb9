package im.chrysalis.values;

import java.util.Optional;

/** A small fact that a person tells of themselves. The codes are those of MSNP. */
public enum Property {
  HOME_PHONE("PHH"),
  WORK_PHONE("PHW"),
  MOBILE_PHONE("PHM"),
  /** Whether others may send pages to the mobile: Y or N. */
  MOBILE_PAGES("MOB"),
  /** Whether a mobile is set up at all: Y or N; for the owner's eyes only. */
  MOBILE_ENABLED("MBE");

  private final String code;

  Property(String code) {
    this.code = code;
  }

  /** Three capital letters. */
  public String code() {
    return code;
  }

  /** Whether the person's contacts are told. */
  public boolean isPublic() {
    return this != MOBILE_ENABLED;
  }

  /** Whether the value is a telephone number rather than yes or no. */
  public boolean isPhone() {
    return this == HOME_PHONE || this == WORK_PHONE || this == MOBILE_PHONE;
  }

  /** The property of a code in either case, or nothing when there is none. */
  public static Optional<Property> ofCode(String code) {
    for (Property property : values()) {
      if (property.code.equalsIgnoreCase(code)) {
        return Optional.of(property);
      }
    }
    return Optional.empty();
  }
}

package im.chrysalis.values;

import java.util.Optional;

/** The lists that an account has of other people. The codes and bits are those of MSNP. */
public enum ContactList {
  /** Whom I watch. */
  FORWARD("FL", 1),
  /** Who may see me and talk to me. */
  ALLOW("AL", 2),
  /** Who may not. */
  BLOCK("BL", 4),
  /** Who watches me; follows from everybody else's forward lists. */
  REVERSE("RL", 8),
  /** Who added me while I have not decided about them. */
  PENDING("PL", 16);

  private final String code;
  private final int bit;

  ContactList(String code, int bit) {
    this.code = code;
    this.bit = bit;
  }

  /** Two capital letters. */
  public String code() {
    return code;
  }

  /** The list's bit where lists are written as a sum. */
  public int bit() {
    return bit;
  }

  /** The list of a code in either case, or nothing when there is none. */
  public static Optional<ContactList> ofCode(String code) {
    for (ContactList list : values()) {
      if (list.code.equalsIgnoreCase(code)) {
        return Optional.of(list);
      }
    }
    return Optional.empty();
  }
}

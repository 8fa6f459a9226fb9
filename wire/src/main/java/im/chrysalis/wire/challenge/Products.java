package im.chrysalis.wire.challenge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The client programs whose keys are known. Ids belong to no dialect, because third-party clients
 * mix them; one that is not here is no reason to turn a client away.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/challenge.md#products">docs/protocol/challenge.md</a>
 */
public final class Products {
  /** MSN Messenger from MSNP6 to MSNP9. */
  public static final Product MSN_MESSENGER = new Product("msmsgs@msnmsgr.com", "Q1P7W2E4J9R8U3S5");

  /** MSN Messenger 7, MSNP11 and 12. */
  public static final Product MSN_MESSENGER_7 = new Product("PROD0090YUAUV{2B", "YMM8C_H7KCQ2S_KL");

  /** Windows Live Messenger 8.5, MSNP15 to 18. */
  public static final Product LIVE_8_5 = new Product("PROD0119GSJUC$18", "ILTXC!4IXB5FB*PX");

  /** Windows Live Messenger 2009 and later, MSNP18 to 21. */
  public static final Product LIVE_2009 = new Product("PROD0120PW!CCV9@", "C1BX{V4W}Q3*10SM");

  /** All of them, the oldest first. */
  public static final List<Product> KNOWN =
      List.of(
          MSN_MESSENGER,
          new Product("PROD0038W!61ZTF9", "VT6PX?UQTM4WM%YR"),
          new Product("PROD0058#7IL2{QD", "QHDCY@7R1TB6W?5B"),
          new Product("PROD0061VRRZH@4F", "JXQ6J@TUOGYV@N0M"),
          new Product("PROD00504RLUG%WL", "I2EBK%PYNLZL5_J4"),
          new Product("PROD0076ENE8*@AW", "CEQJ8}OE0!WTSWII"),
          MSN_MESSENGER_7,
          new Product("PROD00974#MT*RC2", "LMCVO*18PQJ3H!K3"),
          new Product("PROD0101{0RM?UBW", "CFHUR$52U_{VIX5T"),
          new Product("PROD0104U6VVM{UJ", "VK67B}379XYM5}$T"),
          new Product("PROD01065C%ZFN6F", "O4BG@C7BWLYQX?5G"),
          new Product("PROD0112J1LW7%NB", "RH96F{PHI8PPX_TJ"),
          new Product("PROD0113H11T8$X_", "RG@XY*28Q5QHS%Q5"),
          new Product("PROD0114ES4Z%Q5W", "PK}_A_0N_K%O?A9S"),
          new Product("PROD0118R6%2WYOS", "YIXPX@5I2P0UT*LK"),
          LIVE_8_5,
          LIVE_2009);

  private static final Map<String, Product> BY_ID = byId();

  private Products() {}

  /** The program of an id, or nothing when its key is not known. */
  public static Optional<Product> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  private static Map<String, Product> byId() {
    Map<String, Product> byId = new HashMap<>();
    KNOWN.forEach(product -> byId.put(product.id(), product));
    return byId;
  }
}

package im.chrysalis.net;

import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the connections of each address, and turns away those beyond its limit. Connections that
 * have not signed in count twice: for the address, and among its strangers.
 *
 * @see <a href="../../../../../../../docs/operating.md">docs/operating.md</a>
 */
public final class Gate {
  private final ConcurrentHashMap<InetAddress, Count> counts = new ConcurrentHashMap<>();
  private volatile Limits limits;

  /**
   * How many connections an address may have.
   *
   * @param perPublicAddress of an address of the open internet
   * @param perPrivateAddress of a private or loopback address
   * @param strangersPerPublicAddress not yet signed in, of an address of the open internet
   */
  public record Limits(int perPublicAddress, int perPrivateAddress, int strangersPerPublicAddress) {
    public static final Limits DEFAULT = new Limits(200, 20_000, 50);
  }

  private record Count(int all, int strangers) {}

  public Gate(Limits limits) {
    this.limits = limits;
  }

  /** Other limits from now on; who is inside stays. */
  public void limits(Limits others) {
    limits = others;
  }

  /**
   * Lets a connection in, or does not. Any thread.
   *
   * @return what the connection holds until it {@linkplain Pass#leave leaves}; nothing when its
   *     address has too many already
   */
  public Optional<Pass> admit(InetAddress address) {
    return enter(address) ? Optional.of(new Pass(address)) : Optional.empty();
  }

  private boolean enter(InetAddress address) {
    Limits now = limits;
    boolean near = isNear(address);
    int most = near ? now.perPrivateAddress() : now.perPublicAddress();
    boolean[] entered = new boolean[1];
    counts.compute(
        address,
        (_, count) -> {
          int all = count == null ? 0 : count.all();
          int strangers = count == null ? 0 : count.strangers();
          entered[0] = all < most && (near || strangers < now.strangersPerPublicAddress());
          return entered[0] ? new Count(all + 1, strangers + 1) : count;
        });
    return entered[0];
  }

  /** Whether every connection that was let in has left. */
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** What a connection that was let in holds. Any thread. */
  public final class Pass {
    private final InetAddress address;
    private boolean stranger = true;
    private boolean left;

    private Pass(InetAddress address) {
      this.address = address;
    }

    /** Who it is, is known now. */
    public synchronized void known() {
      if (stranger && !left) {
        stranger = false;
        change(0, -1);
      }
    }

    /** The connection is gone. */
    public synchronized void leave() {
      if (!left) {
        left = true;
        change(-1, stranger ? -1 : 0);
      }
    }

    private void change(int all, int strangers) {
      counts.computeIfPresent(
          address,
          (_, count) ->
              count.all() + all <= 0
                  ? null
                  : new Count(count.all() + all, count.strangers() + strangers));
    }
  }

  /** Whether an address is this machine's or of a private network. */
  public static boolean isNear(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || isUniqueLocal(address);
  }

  private static boolean isUniqueLocal(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
  }
}

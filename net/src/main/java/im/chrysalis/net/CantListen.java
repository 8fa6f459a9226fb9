package im.chrysalis.net;

import java.io.IOException;
import java.net.InetSocketAddress;

/** An address can't be listened on. The message is a sentence for the operator. */
public final class CantListen extends IOException {
  private static final long serialVersionUID = 1L;
  private static final String FORBIDDEN = "Permission denied";

  private final boolean forbidden;

  public CantListen(InetSocketAddress address, Throwable cause) {
    super(
        "can't listen on "
            + address.getHostString()
            + ":"
            + address.getPort()
            + ": "
            + reason(address, String.valueOf(cause.getMessage())),
        cause);
    forbidden = String.valueOf(cause.getMessage()).contains(FORBIDDEN);
  }

  /** Whether this user may not listen there, while another might. */
  public boolean isForbidden() {
    return forbidden;
  }

  private static String reason(InetSocketAddress address, String message) {
    if (address.isUnresolved()) {
      return "no such host is known";
    }
    if (message.contains("Address already in use")) {
      return "another program listens there already";
    }
    if (message.contains("Cannot assign requested address")) {
      return "this machine has no such address";
    }
    if (message.contains(FORBIDDEN)) {
      return "this user is not permitted to";
    }
    return message;
  }
}

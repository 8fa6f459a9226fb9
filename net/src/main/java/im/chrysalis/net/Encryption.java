package im.chrysalis.net;

import io.netty.channel.ChannelHandler;

/** What makes the bytes of a connection unreadable on their way, such as TLS. */
@FunctionalInterface
public interface Encryption {
  /** What stands first in the pipeline of a new connection. On its loop; must not block. */
  ChannelHandler forNewConnection();
}

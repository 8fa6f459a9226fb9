package im.chrysalis.net.http.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a client has said and the protocol has not taken yet. */
final class Inbox {
  private final int limit;
  private @Nullable ByteBuf waiting;

  Inbox(int limit) {
    this.limit = limit;
  }

  /** Adds bytes behind what waits, or none of them when that would be too much. */
  boolean add(byte[] bytes) {
    ByteBuf before = waiting;
    int length = (before == null ? 0 : before.readableBytes()) + bytes.length;
    if (length > limit) {
      return false;
    }
    if (before == null) {
      waiting = Unpooled.wrappedBuffer(bytes);
    } else {
      waiting = Unpooled.buffer(length).writeBytes(before).writeBytes(bytes);
      before.release();
    }
    return true;
  }

  /** Lets somebody take from what waits, if anything does, and keeps what they leave. */
  void offerTo(Consumer<ByteBuf> taker) {
    ByteBuf bytes = waiting;
    if (bytes != null) {
      waiting = null;
      taker.accept(bytes);
      if (bytes.isReadable()) {
        waiting = Unpooled.copiedBuffer(bytes);
      }
      bytes.release();
    }
  }

  void clear() {
    offerTo(bytes -> bytes.skipBytes(bytes.readableBytes()));
  }
}

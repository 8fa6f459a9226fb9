package im.chrysalis.net.http.gateway;

import im.chrysalis.net.Marks;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be fetched. It is copied, so that no piece of it keeps alive the larger buffer of
 * somebody else that it was cut from.
 */
final class Outbox {
  private static final byte[] NOTHING = new byte[0];
  private static final int FIRST_BUFFER = 256;

  private final Marks marks;
  private @Nullable ByteBuf waiting;
  private boolean congested;
  private long congestedSince;

  Outbox(Marks marks) {
    this.marks = marks;
  }

  /** Adds bytes, and lets go of the buffer in which they came. */
  void add(ByteBuf bytes, long now) {
    ByteBuf all = waiting;
    if (all == null) {
      all = Unpooled.buffer(Math.max(FIRST_BUFFER, bytes.readableBytes()));
      waiting = all;
    }
    all.writeBytes(bytes);
    bytes.release();
    if (!congested && all.readableBytes() > marks.high()) {
      congested = true;
      congestedSince = now;
    }
  }

  /** All that waits; nothing does any more. */
  byte[] takeAll() {
    ByteBuf all = waiting;
    waiting = null;
    congested = false;
    return all == null ? NOTHING : ByteBufUtil.getBytes(all);
  }

  boolean isEmpty() {
    return waiting == null;
  }

  boolean isCongested() {
    return congested;
  }

  boolean isOverLimit() {
    ByteBuf all = waiting;
    return all != null && all.readableBytes() > marks.limit();
  }

  /** When patience with a client that fetches nothing is over; asked while congested. */
  long patienceEnds() {
    return congestedSince + marks.patience().toNanos();
  }
}

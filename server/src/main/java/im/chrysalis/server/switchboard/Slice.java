package im.chrysalis.server.switchboard;

import im.chrysalis.domain.conversation.Payload;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/** A message's bytes where they were read. */
record Slice(ByteBuf bytes) implements Payload {
  @Override
  public int length() {
    return bytes.readableBytes();
  }

  @Override
  public byte[] copy() {
    return ByteBufUtil.getBytes(bytes);
  }
}

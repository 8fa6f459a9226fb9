package im.chrysalis.net;

import io.netty.buffer.ByteBuf;

/**
 * What is spoken on one connection. All calls come on the connection's loop, one at a time, and
 * none may block.
 */
public interface Protocol {
  /** The connection is there. */
  void opened(Connection connection);

  /**
   * Bytes have arrived. What is not taken out of the buffer is handed over again, with what has
   * arrived behind it; while reading is paused, when it goes on.
   */
  void received(ByteBuf in);

  /** The connection's deadline has passed. */
  void expired();

  /** Less is waiting to be sent than the low mark, after it had been more than the high mark. */
  void relieved();

  /** The connection is gone, whoever closed it. Nothing is called after it. */
  void closed();

  /**
   * The protocol itself failed: a bug, already logged with its stack. The connection is closed
   * after this call.
   */
  default void failed() {}
}

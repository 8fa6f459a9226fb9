package im.chrysalis.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that is a socket. The only handler in its channel's pipeline besides TLS. */
final class SocketConnection extends ChannelInboundHandlerAdapter implements Connection {
  private static final Logger LOG = LoggerFactory.getLogger(SocketConnection.class);
  private static final Duration LAST_WORD = Duration.ofSeconds(1);
  private static final int NOT_WATCHED = -1;

  private final long id = ConnectionNumber.next();
  private final Channel channel;
  private final Protocol protocol;
  private final Marks marks;
  private final LongSupplier nanos;
  private final Runnable gone;
  private @Nullable ByteBuf left;
  private long deadline;
  private long stuckSince;
  private long unsentWhenStuck;
  private int place = NOT_WATCHED;
  private boolean hasDeadline;
  private boolean unflushed;
  private boolean paused;
  private boolean congested;
  private boolean closing;
  private boolean closed;

  /**
   * A connection.
   *
   * @param gone called once when the connection is gone
   */
  SocketConnection(
      Channel channel, Protocol protocol, Marks marks, LongSupplier nanos, Runnable gone) {
    this.channel = channel;
    this.protocol = protocol;
    this.marks = marks;
    this.nanos = nanos;
    this.gone = gone;
  }

  // what the channel says

  @Override
  public void channelActive(ChannelHandlerContext context) {
    guarded(() -> protocol.opened(this));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    LoopState.current(nanos).beginRead();
    ByteBuf bytes = (ByteBuf) message;
    if (closing) {
      bytes.release();
      return;
    }
    ByteBuf before = left;
    if (before == null) {
      left = bytes;
    } else {
      before.writeBytes(bytes);
      bytes.release();
    }
    offer();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    LoopState.current(nanos).endRead();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    congested = !channel.isWritable();
    if (congested) {
      unsentWhenStuck = unsent();
      stuckSince = LoopState.current(nanos).now();
      watch();
    } else {
      unwatchIfUnneeded();
      if (!closing) {
        guarded(protocol::relieved);
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    ended();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {
    Throwable why = fault instanceof DecoderException wrapped ? wrapped.getCause() : fault;
    if (why instanceof SSLException) {
      LOG.info("connection={} remote={} no TLS: {}", id, remote(), why.getMessage());
    } else if (why instanceof IOException) {
      LOG.debug("connection={} broke: {}", id, why.getMessage());
    } else {
      LOG.error("connection={} failed", id, fault);
    }
    channel.close();
  }

  /** Hands the protocol what it has not taken yet, and keeps what it leaves. */
  private void offer() {
    ByteBuf bytes = left;
    if (bytes == null || paused) {
      return;
    }
    left = null;
    guarded(() -> protocol.received(bytes));
    if (closing || !bytes.isReadable()) {
      bytes.release();
    } else {
      left = keep(bytes);
    }
  }

  /** What is left, in a buffer that can take more and is not much larger than need be. */
  private ByteBuf keep(ByteBuf bytes) {
    ByteBuf rest = channel.alloc().buffer(Math.max(256, bytes.readableBytes() * 2));
    rest.writeBytes(bytes);
    bytes.release();
    return rest;
  }

  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException bug) {
      LOG.error("connection={} remote={} failed", id, remote(), bug);
      protocol.failed();
      close();
    }
  }

  private void ended() {
    if (closed) {
      return;
    }
    closed = true;
    closing = true;
    hasDeadline = false;
    congested = false;
    unwatchIfUnneeded();
    ByteBuf rest = left;
    left = null;
    if (rest != null) {
      rest.release();
    }
    gone.run();
    guarded(protocol::closed);
  }

  // what the protocol asks for

  @Override
  public long id() {
    return id;
  }

  @Override
  public InetSocketAddress remote() {
    return (InetSocketAddress) channel.remoteAddress();
  }

  @Override
  public InetSocketAddress local() {
    return (InetSocketAddress) channel.localAddress();
  }

  @Override
  public Executor loop() {
    return channel.eventLoop();
  }

  @Override
  public boolean isInLoop() {
    return channel.eventLoop().inEventLoop();
  }

  @Override
  public ByteBuf buffer(int capacity) {
    return channel.alloc().ioBuffer(capacity);
  }

  @Override
  public void write(ByteBuf bytes) {
    if (closing) {
      bytes.release();
      return;
    }
    channel.write(bytes, channel.voidPromise());
    if (!unflushed) {
      unflushed = true;
      LoopState.current(nanos).flushLater(this);
    }
    if (congested && unsent() > marks.limit()) {
      LOG.info("connection={} remote={} dropped: reads too slowly", id, remote());
      drop();
    }
  }

  @Override
  public void whenTaken(Consumer<Boolean> then) {
    if (closing) {
      then.accept(false);
      return;
    }
    channel
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(taken -> guarded(() -> then.accept(taken.isSuccess())));
  }

  void flush() {
    unflushed = false;
    channel.flush();
  }

  private long unsent() {
    ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
    return buffer == null ? 0 : buffer.totalPendingWriteBytes();
  }

  @Override
  public boolean isCongested() {
    return !channel.isWritable();
  }

  @Override
  public void pause() {
    if (!paused) {
      paused = true;
      channel.config().setAutoRead(false);
    }
  }

  @Override
  public void resume() {
    if (!paused || closing) {
      return;
    }
    paused = false;
    offer();
    if (!paused && !closing) {
      channel.config().setAutoRead(true);
    }
  }

  @Override
  public void close() {
    if (closing) {
      return;
    }
    closing = true;
    hasDeadline = false;
    channel
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(
            (ChannelFutureListener)
                sent -> {
                  if (sent.isSuccess() && channel instanceof DuplexChannel duplex) {
                    sayLast(duplex);
                  } else {
                    channel.close();
                  }
                });
  }

  private void sayLast(DuplexChannel duplex) {
    channel.config().setAutoRead(true);
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    ChannelFuture said = tls == null ? channel.newSucceededFuture() : tls.closeOutbound();
    // later, when the stack is short: Netty makes an exception of it, with a trace of the stack
    said.addListener(_ -> channel.eventLoop().execute(duplex::shutdownOutput));
    if (!closed) {
      expectWithin(LAST_WORD);
    }
  }

  @Override
  public void part() {
    if (!closing) {
      flush();
      drop();
    }
  }

  /** Closes without sending what waits. */
  private void drop() {
    closing = true;
    channel.close();
  }

  // time

  @Override
  public void expectWithin(Duration time) {
    deadline = LoopState.current(nanos).now() + time.toNanos();
    hasDeadline = true;
    watch();
  }

  @Override
  public void expectNothing() {
    hasDeadline = false;
    unwatchIfUnneeded();
  }

  private void watch() {
    if (place == NOT_WATCHED) {
      LoopState.current(nanos).watch(this);
    }
  }

  private void unwatchIfUnneeded() {
    if (place != NOT_WATCHED && !hasDeadline && !congested) {
      LoopState.current(nanos).unwatch(place);
      place = NOT_WATCHED;
    }
  }

  void watchedAt(int newPlace) {
    place = newPlace;
  }

  void checkTime(long now) {
    if (congested) {
      long unsent = unsent();
      if (unsent < unsentWhenStuck) {
        stuckSince = now;
      }
      unsentWhenStuck = unsent;
      if (now - stuckSince > marks.patience().toNanos()) {
        LOG.info("connection={} remote={} dropped: stopped reading", id, remote());
        drop();
        return;
      }
    }
    if (hasDeadline && now - deadline >= 0) {
      expectNothing();
      if (closing) {
        channel.close();
      } else {
        guarded(protocol::expired);
      }
    }
  }

  Channel channel() {
    return channel;
  }

  // moving to another loop

  @Override
  public void moveTo(Executor other, Runnable arrived) {
    if (other instanceof EventLoop loop && !loop.equals(channel.eventLoop())) {
      goTo(loop, arrived);
    } else {
      arrived.run();
    }
  }

  private void goTo(EventLoop loop, Runnable arrived) {
    boolean watching = place != NOT_WATCHED;
    if (watching) {
      LoopState.current(nanos).unwatch(place);
      place = NOT_WATCHED;
    }
    flush();
    channel.config().setAutoRead(false);
    channel
        .deregister()
        .addListener(_ ->
            loop.register(channel)
                .addListener(
                    (ChannelFutureListener)
                        there -> {
                          if (!there.isSuccess()) {
                            channel.close();
                            return;
                          }
                          if (watching && !closed) {
                            watch();
                          }
                          arrived.run();
                          offer();
                          if (!paused) {
                            channel.config().setAutoRead(true);
                          }
                        }));
  }
}

package im.chrysalis.net;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The threads on which all sockets of a process are served: epoll on Linux, NIO elsewhere. */
public final class Loops implements AutoCloseable {
  private static final boolean EPOLL = Epoll.isAvailable();

  private final EventLoopGroup group;

  /** As many loops as asked for, named {@code loop-1} and so on. */
  public Loops(int count) {
    IoHandlerFactory handlers = EPOLL ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    group =
        new MultiThreadIoEventLoopGroup(count, new DefaultThreadFactory("loop", true), handlers);
  }

  /** One of the loops, another each time; for a connection that has no socket. Any thread. */
  public EventLoop next() {
    return group.next();
  }

  EventLoopGroup group() {
    return group;
  }

  static Class<? extends ServerSocketChannel> serverChannel() {
    return EPOLL ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
  }

  static Class<? extends SocketChannel> clientChannel() {
    return EPOLL ? EpollSocketChannel.class : NioSocketChannel.class;
  }

  /**
   * Returns when every loop has done what was handed to it, and read what had arrived, before the
   * call. For tests, which can't otherwise know that nothing more comes.
   */
  public void settle() {
    for (int round = 0; round < 2; round++) { // what the first round hands on, the second awaits
      group.forEach(loop -> loop.submit(() -> {}).syncUninterruptibly());
    }
  }

  /** How many tasks wait for their turn on any of the loops; counted, so not for every message. */
  public int waiting() {
    int waiting = 0;
    for (EventExecutor loop : group) {
      waiting += loop instanceof SingleThreadEventExecutor counting ? counting.pendingTasks() : 0;
    }
    return waiting;
  }

  /** Stops all loops; returns when they have stopped, within three seconds. */
  @Override
  public void close() {
    group
        .shutdownGracefully(0, Duration.ofSeconds(3).toMillis(), TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(4, TimeUnit.SECONDS);
  }
}

package im.chrysalis.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port that is listened on. */
public final class Listener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final int BACKLOG = 4096;
  private static final AdaptiveRecvByteBufAllocator READS =
      new AdaptiveRecvByteBufAllocator(512, 2048, 16 * 1024);

  private final Channel channel;

  private Listener(Channel channel) {
    this.channel = channel;
  }

  /**
   * Listens.
   *
   * @param address where; port 0 is any free one
   * @param loops which serve what comes in
   * @param gate who may come in
   * @param marks how slow they may read
   * @param nanos the clock by which deadlines pass
   * @param protocols makes what is spoken on a new connection
   * @throws IOException saying which address can't be listened on, and why
   */
  public static Listener open(
      InetSocketAddress address,
      Loops loops,
      Gate gate,
      Marks marks,
      LongSupplier nanos,
      Function<Gate.Pass, Protocol> protocols)
      throws IOException {
    return open(address, loops, gate, marks, nanos, Optional.empty(), protocols);
  }

  /**
   * Listens, with bytes that are encrypted on their way.
   *
   * @param encryption what encrypts them; absent: they are not
   * @see #open(InetSocketAddress, Loops, Gate, Marks, LongSupplier, Function)
   */
  public static Listener open(
      InetSocketAddress address,
      Loops loops,
      Gate gate,
      Marks marks,
      LongSupplier nanos,
      Optional<Encryption> encryption,
      Function<Gate.Pass, Protocol> protocols)
      throws IOException {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops.group())
            .channel(Loops.serverChannel())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, false)
            .childOption(ChannelOption.RECVBUF_ALLOCATOR, READS)
            .childOption(
                ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(marks.low(), marks.high()))
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    accept(channel, gate, marks, nanos, encryption, protocols);
                  }
                });
    ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new CantListen(address, bound.cause());
    }
    return new Listener(bound.channel());
  }

  private static void accept(
      Channel channel,
      Gate gate,
      Marks marks,
      LongSupplier nanos,
      Optional<Encryption> encryption,
      Function<Gate.Pass, Protocol> protocols) {
    Optional<Gate.Pass> admitted =
        channel.remoteAddress() instanceof InetSocketAddress remote
            ? gate.admit(remote.getAddress())
            : Optional.empty();
    if (admitted.isEmpty()) {
      LOG.debug("remote={} turned away: too many connections", channel.remoteAddress());
      channel.close();
      return;
    }
    Gate.Pass pass = admitted.get();
    encryption.ifPresent(it -> channel.pipeline().addLast(it.forNewConnection()));
    channel
        .pipeline()
        .addLast(new SocketConnection(channel, protocols.apply(pass), marks, nanos, pass::leave));
  }

  /** Where it listens; the port that was found when any was asked for. */
  public InetSocketAddress address() {
    return (InetSocketAddress) channel.localAddress();
  }

  /** Listens no more; connections that are there stay. */
  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
  }
}

package im.chrysalis.app.observe;

import im.chrysalis.net.CantListen;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The site port. It has a thread of its own, so that it answers also when those of the clients are
 * busy, and can't keep them busy itself.
 */
public final class SitePort implements AutoCloseable {
  private static final int LONGEST_LINE = 4096;
  private static final int LONGEST_HEADERS = 8192;
  private static final int LONGEST_BODY = 8192;
  private static final int MOST_CONNECTIONS = 256;
  private static final int IDLE_SECONDS = 30;

  private final EventLoopGroup group;
  private final ChannelGroup connections;
  private final Channel channel;

  private SitePort(EventLoopGroup group, ChannelGroup connections, Channel channel) {
    this.group = group;
    this.connections = connections;
    this.channel = channel;
  }

  /**
   * Listens.
   *
   * @throws IOException when that is not possible; the message is a sentence for the operator
   */
  public static SitePort open(InetSocketAddress address, Health health, Meters meters)
      throws IOException {
    Map<String, Page> pages = Map.of("/healthz", health, "/metrics", meters);
    ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    EventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("site", true), NioIoHandler.newFactory());
    ChannelFuture bound =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel connection) {
                    accept(connection, connections, pages);
                  }
                })
            .bind(address)
            .awaitUninterruptibly();
    SitePort port = new SitePort(group, connections, bound.channel());
    if (!bound.isSuccess()) {
      port.close();
      throw new CantListen(address, bound.cause());
    }
    return port;
  }

  private static void accept(
      Channel connection, ChannelGroup connections, Map<String, Page> pages) {
    if (connections.size() >= MOST_CONNECTIONS) {
      connection.close();
      return;
    }
    connections.add(connection);
    connection
        .pipeline()
        .addLast(new ReadTimeoutHandler(IDLE_SECONDS, TimeUnit.SECONDS))
        .addLast(new HttpServerCodec(LONGEST_LINE, LONGEST_HEADERS, LONGEST_BODY))
        .addLast(new WholeRequests(LONGEST_BODY))
        // one request at a time, however many are sent ahead
        .addLast(new FlowControlHandler())
        .addLast(new SiteConnection(pages));
  }

  /** Where it listens; the port that was found when any was asked for. */
  public InetSocketAddress address() {
    return (InetSocketAddress) channel.localAddress();
  }

  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
    connections.close().awaitUninterruptibly();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }
}

package im.chrysalis.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/** Makes connections to servers. */
public final class Connector {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final Loops loops;
  private final Marks marks;
  private final LongSupplier nanos;

  public Connector(Loops loops, Marks marks, LongSupplier nanos) {
    this.loops = loops;
    this.marks = marks;
    this.nanos = nanos;
  }

  /**
   * Connects.
   *
   * @return done when connected; fails with an {@link IOException} that names the address
   */
  public CompletionStage<Connection> connect(InetSocketAddress server, Protocol protocol) {
    CompletableFuture<Connection> connected = new CompletableFuture<>();
    new Bootstrap()
        .group(loops.group())
        .channel(Loops.clientChannel())
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.SO_KEEPALIVE, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, TIMEOUT_MILLIS)
        .option(
            ChannelOption.WRITE_BUFFER_WATER_MARK,
            new WriteBufferWaterMark(marks.low(), marks.high()))
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                channel
                    .pipeline()
                    .addLast(new SocketConnection(channel, protocol, marks, nanos, () -> {}));
              }
            })
        .connect(server)
        .addListener(
            (ChannelFutureListener)
                done -> {
                  if (done.isSuccess()) {
                    connected.complete(done.channel().pipeline().get(SocketConnection.class));
                  } else {
                    connected.completeExceptionally(
                        new IOException(
                            "can't connect to "
                                + server.getHostString()
                                + ":"
                                + server.getPort()
                                + ": "
                                + done.cause().getMessage(),
                            done.cause()));
                  }
                });
    return connected;
  }
}

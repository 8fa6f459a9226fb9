package im.chrysalis.net.tls;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslClientHelloHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Waits for a client's first word, and then makes way for the TLS that suits it. */
final class HelloHandler extends SslClientHelloHandler<SslContext> {
  private static final Duration LONGEST_HANDSHAKE = Duration.ofSeconds(30);

  /**
   * COMPAT msn-pecan, BitlBee 1.2.8: they hang when a record is larger than what they read at once,
   * 2048 bytes. With all that TLS adds, records stay below 1400.
   */
  private static final int RECORD_BYTES = 1300;

  private final Function<ClientHello, CompletionStage<SslContext>> contexts;
  private final Executor workers;

  HelloHandler(Function<ClientHello, CompletionStage<SslContext>> contexts, Executor workers) {
    this.contexts = contexts;
    this.workers = workers;
  }

  @Override
  protected Future<SslContext> lookup(ChannelHandlerContext context, @Nullable ByteBuf hello) {
    Promise<SslContext> found = context.executor().newPromise();
    var _ =
        contexts
            .apply(hello == null ? ClientHello.UNREADABLE : ClientHello.read(hello))
            .whenComplete((it, fault) -> {
              if (fault == null) {
                found.setSuccess(it);
              } else {
                found.setFailure(fault);
              }
            });
    return found;
  }

  @Override
  protected void onLookupComplete(ChannelHandlerContext context, Future<SslContext> found) {
    if (!found.isSuccess()) {
      context.fireExceptionCaught(found.cause());
      return;
    }
    SslHandler tls = found.getNow().newHandler(context.alloc(), workers);
    tls.setHandshakeTimeoutMillis(LONGEST_HANDSHAKE.toMillis());
    tls.setWrapDataSize(RECORD_BYTES);
    context.pipeline().replace(this, "tls", tls);
  }
}

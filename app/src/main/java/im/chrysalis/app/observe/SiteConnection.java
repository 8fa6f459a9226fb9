package im.chrysalis.app.observe;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpContentException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the site port: answers one request after the other. */
final class SiteConnection extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final Logger LOG = LoggerFactory.getLogger(SiteConnection.class);
  private static final String TEXT = "text/plain; charset=utf-8";

  private static final int LINGER_SECONDS = 2;

  private final Map<String, Page> pages;
  private boolean over;

  SiteConnection(Map<String, Page> pages) {
    this.pages = pages;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    if (over) {
      return;
    }
    context.channel().config().setAutoRead(false); // the next one waits for the answer
    if (request.decoderResult().isFailure()) {
      answer(context, said(notUnderstood(request.decoderResult().cause())), false);
      return;
    }
    boolean goesOn = HttpUtil.isKeepAlive(request);
    Page page = pages.get(path(request.uri()));
    if (page == null) {
      answer(context, said(HttpResponseStatus.NOT_FOUND), goesOn);
    } else if (!isRead(request.method())) {
      FullHttpResponse refusal = said(HttpResponseStatus.METHOD_NOT_ALLOWED);
      refusal.headers().set(HttpHeaderNames.ALLOW, "GET, HEAD");
      answer(context, refusal, goesOn);
    } else {
      Thread.ofVirtual()
          .name("site-page")
          .start(() -> {
            FullHttpResponse response = render(page);
            context.executor().execute(() -> answer(context, response, goesOn));
          });
    }
  }

  private static boolean isRead(HttpMethod method) {
    return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
  }

  private static String path(String uri) {
    int query = uri.indexOf('?');
    return query < 0 ? uri : uri.substring(0, query);
  }

  private static HttpResponseStatus notUnderstood(Throwable why) {
    return switch (why) {
      case TooLongHttpLineException _ -> HttpResponseStatus.REQUEST_URI_TOO_LONG;
      case TooLongHttpContentException _ -> HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE;
      case TooLongHttpHeaderException _ -> HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
      default -> HttpResponseStatus.BAD_REQUEST;
    };
  }

  private static FullHttpResponse render(Page page) {
    try {
      Page.Content content = page.render();
      return response(HttpResponseStatus.valueOf(content.status()), content.type(), content.body());
    } catch (RuntimeException bug) {
      LOG.error("a page failed", bug);
      return said(HttpResponseStatus.INTERNAL_SERVER_ERROR);
    }
  }

  private static FullHttpResponse said(HttpResponseStatus status) {
    Page.Content content = Page.Content.of(status.code(), TEXT, status.reasonPhrase() + "\n");
    return response(status, content.type(), content.body());
  }

  private static FullHttpResponse response(HttpResponseStatus status, String type, byte[] body) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, type)
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
        .set("X-Content-Type-Options", "nosniff");
    return response;
  }

  private void answer(ChannelHandlerContext context, FullHttpResponse response, boolean goesOn) {
    // said in both cases, because HTTP/1.0 closes unless told otherwise
    response.headers().set(HttpHeaderNames.CONNECTION, goesOn ? "keep-alive" : "close");
    var written = context.writeAndFlush(response);
    context.channel().config().setAutoRead(true);
    if (!goesOn) {
      over = true;
      written.addListener(_ -> leave(context));
    }
  }

  /**
   * Says that nothing more comes, and waits for the other end to close. Closing at once, while it
   * still sends, would be a reset, which may overtake the answer.
   */
  private static void leave(ChannelHandlerContext context) {
    if (context.channel() instanceof DuplexChannel both) {
      both.shutdownOutput();
    }
    context.executor().schedule(() -> context.close(), LINGER_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!(cause instanceof ReadTimeoutException)) {
      LOG.debug("remote={} {}", context.channel().remoteAddress(), cause.toString());
    }
    context.close();
  }
}

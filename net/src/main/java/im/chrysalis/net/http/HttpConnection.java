package im.chrysalis.net.http;

import im.chrysalis.net.Connection;
import im.chrysalis.net.Gate;
import im.chrysalis.net.Protocol;
import im.chrysalis.net.http.ResponseBytes.Persistence;
import io.netty.buffer.ByteBuf;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: reads a request, has it answered, and only then reads the next. Everything
 * happens on the connection's loop, except that a service may come back on any thread.
 */
final class HttpConnection implements Protocol {
  private static final Logger LOG = LoggerFactory.getLogger(HttpConnection.class);

  private final HttpService service;
  private final HttpLimits limits;
  private final boolean secure;
  private final Gate.Pass pass;
  private final Consumer<HttpConnection> gone;
  private final RequestReader reader;
  private volatile @Nullable Connection connection;
  private State state = State.READING;
  private boolean timed;
  private boolean last;

  private enum State {
    READING,
    ANSWERING,
    OVER
  }

  HttpConnection(
      HttpService service,
      HttpLimits limits,
      boolean secure,
      Gate.Pass pass,
      Consumer<HttpConnection> gone) {
    this.pass = pass;
    this.service = service;
    this.limits = limits;
    this.secure = secure;
    this.gone = gone;
    reader = new RequestReader(limits);
  }

  @Override
  public void opened(Connection opened) {
    connection = opened;
    opened.expectWithin(limits.whole());
  }

  private Connection connection() {
    Connection open = connection;
    if (open == null) {
      throw new IllegalStateException("not opened yet");
    }
    return open;
  }

  @Override
  public void received(ByteBuf in) {
    try {
      while (state == State.READING && !connection().isCongested()) {
        Optional<RequestReader.Received> received = reader.read(in);
        if (received.isEmpty()) {
          await();
          return;
        }
        ask(received.get());
      }
      if (state == State.READING) {
        connection().pause(); // who does not take answers may not ask for more
      }
    } catch (HttpRefusal refusal) {
      refuse(refusal);
    }
  }

  @Override
  public void relieved() {
    if (state == State.READING) {
      connection().resume();
    }
  }

  /** The rest of a request must come in time, counted from its beginning. */
  private void await() {
    if (reader.takeContinue()) {
      send(ResponseBytes.goAhead(), new byte[0]);
    }
    if (reader.isWithinRequest() && !timed) {
      timed = true;
      connection().expectWithin(limits.whole());
    }
  }

  private void ask(RequestReader.Received received) {
    state = State.ANSWERING;
    pass.known(); // as far as anybody is who asks for one thing after the other
    timed = false;
    connection().expectNothing();
    RequestHead head = received.head();
    CompletableFuture<HttpResponse> coming = answer(request(received));
    if (coming.isDone()) {
      finish(head, coming);
      return;
    }
    connection().pause();
    var _ =
        coming.whenComplete((_, _) ->
            connection()
                .loop()
                .execute(() -> {
                  if (state == State.ANSWERING) {
                    finish(head, coming);
                    if (state == State.READING) {
                      connection().resume();
                    }
                  }
                }));
  }

  private HttpRequest request(RequestReader.Received received) {
    RequestHead head = received.head();
    return new HttpRequest(
        head.line().method(),
        head.line().path(),
        head.line().query(),
        head.fieldsForHost(),
        received.body(),
        secure,
        connection().local(),
        connection().remote());
  }

  private CompletableFuture<HttpResponse> answer(HttpRequest request) {
    try {
      return service.answer(request).toCompletableFuture();
    } catch (RuntimeException bug) {
      return CompletableFuture.failedFuture(bug);
    }
  }

  private void finish(RequestHead head, CompletableFuture<HttpResponse> done) {
    HttpResponse response;
    try {
      response = done.join();
    } catch (CompletionException | CancellationException failed) {
      Throwable why = failed.getCause() == null ? failed : failed.getCause();
      LOG.error(
          "connection={} {} {} failed",
          connection().id(),
          head.line().method(),
          head.line().path(),
          why);
      response = Answers.plain(500, "Internal Server Error");
    }
    say(response, head);
  }

  private void say(HttpResponse response, RequestHead head) {
    boolean goesOn = head.goesOn() && !response.ends() && !last;
    Persistence persistence =
        !goesOn
            ? Persistence.ENDS
            : head.asksToGoOn() ? Persistence.GOES_ON_AND_SAYS_SO : Persistence.GOES_ON;
    boolean bare = head.line().method().equals("HEAD");
    send(ResponseBytes.head(response, persistence), bare ? new byte[0] : response.body());
    if (goesOn) {
      state = State.READING;
      connection().expectWithin(limits.idle());
    } else {
      end();
    }
  }

  private void refuse(HttpRefusal refusal) {
    LOG.debug("connection={} refused: {}", connection().id(), refusal.getMessage());
    HttpResponse response = refusal.response();
    send(ResponseBytes.head(response, Persistence.ENDS), response.body());
    end();
  }

  /** Head and body together, so that a small answer is one TLS record. */
  private void send(byte[] head, byte[] body) {
    ByteBuf bytes = connection().buffer(head.length + body.length);
    connection().write(bytes.writeBytes(head).writeBytes(body));
  }

  private void end() {
    state = State.OVER;
    connection().close();
  }

  @Override
  public void expired() {
    if (reader.isWithinRequest()) {
      refuse(new HttpRefusal(408, "Request Timeout"));
    } else {
      end();
    }
  }

  /** Closes once what is being answered is answered; any thread. */
  void finishUp() {
    Connection open = connection;
    if (open != null) {
      open.loop()
          .execute(() -> {
            last = true;
            if (state == State.READING) {
              end();
            }
          });
    }
  }

  @Override
  public void failed() {
    state = State.OVER;
  }

  @Override
  public void closed() {
    state = State.OVER;
    gone.accept(this);
  }
}

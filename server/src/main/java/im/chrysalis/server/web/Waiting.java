package im.chrysalis.server.web;

import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.net.http.HttpService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** How a service that runs on a thread of its own takes what comes later. */
public final class Waiting {
  private static final int PATIENCE = 20;

  private Waiting() {}

  /**
   * A service whose answers may wait.
   *
   * @param workers runs each of them on a thread that may wait, such as a virtual one
   */
  public static HttpService service(Function<HttpRequest, HttpResponse> answers, Executor workers) {
    return request -> CompletableFuture.supplyAsync(() -> answers.apply(request), workers);
  }

  /**
   * What a stage has come to.
   *
   * @throws CompletionException when it failed, or took longer than any client waits
   */
  public static <T> T on(CompletionStage<T> stage) {
    CompletableFuture<T> copy = stage.toCompletableFuture().copy(); // others may wait for it too
    return copy.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
  }
}

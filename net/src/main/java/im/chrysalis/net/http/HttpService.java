package im.chrysalis.net.http;

import java.util.concurrent.CompletionStage;

/** What answers requests. */
@FunctionalInterface
public interface HttpService {
  /**
   * Answers one request. Called on the connection's loop, so it must not block; the answer may come
   * later and on any thread. The next request of the same connection is not handed over before.
   */
  CompletionStage<HttpResponse> answer(HttpRequest request);
}

package im.chrysalis.net.http.gateway;

import im.chrysalis.net.http.HttpField;
import im.chrysalis.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One request of a session, and its answer to be.
 *
 * @param host what the client shall call us in its next request
 */
@SuppressWarnings("ArrayRecordComponent") // compared by repeats() only
record Exchange(Order order, byte[] body, String host, CompletableFuture<HttpResponse> answer) {
  private static final byte[] NOTHING = new byte[0];
  private static final HttpField TYPE =
      new HttpField("Content-Type", "application/x-msn-messenger");

  /** The same request once more, because its answer was lost. */
  boolean repeats(Exchange earlier) {
    return order.equals(earlier.order) && Arrays.equals(body, earlier.body);
  }

  /** How long the answer may wait. */
  Duration patience(GatewayLimits limits) {
    if (order instanceof Order.Poll(_, Duration lifespan) && body.length == 0) {
      return lifespan.compareTo(limits.poll()) < 0 ? lifespan : limits.poll();
    }
    return limits.reply();
  }

  /**
   * Whether there is nothing to wait for any more.
   *
   * @param working whether the protocol has not done yet with what was said
   * @param hasOutput whether there is something to bring
   */
  boolean isDue(boolean working, boolean hasOutput) {
    if (order instanceof Order.Poll(_, Duration lifespan) && body.length == 0) {
      return hasOutput || lifespan.isZero();
    }
    return !working;
  }

  /** Says that there is no such session, or not any more at this point. */
  void refuse() {
    answer.complete(Gateway.UNKNOWN);
  }

  /** Answers, and the session goes on. */
  HttpResponse answer(SessionId id, byte[] output) {
    return complete(id, "", output);
  }

  /** Answers for the last time. */
  HttpResponse answerLast(SessionId id, byte[] output) {
    return complete(id, "; Session=close", output);
  }

  /** Answers that another request of the same session has come instead. */
  void giveWay(SessionId id) {
    complete(id, "", NOTHING);
  }

  /** Gives an answer that was given before. */
  void answerAgain(HttpResponse response) {
    answer.complete(response);
  }

  /** COMPAT emesene and Miranda take the first two parts by their place. */
  private HttpResponse complete(SessionId id, String end, byte[] output) {
    HttpField state = new HttpField("X-MSN-Messenger", "SessionID=" + id + "; GW-IP=" + host + end);
    HttpResponse response =
        new HttpResponse(
            200,
            "OK",
            order instanceof Order.Open
                // COMPAT Miranda and BitlBee take this instead of GW-IP
                ? List.of(TYPE, state, new HttpField("X-MSN-Host", host))
                : List.of(TYPE, state),
            output);
    answer.complete(response);
    return response;
  }
}

package im.chrysalis.client;

import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ServerEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The commands of one connection that wait for their replies. */
final class Requests {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Timer timer;
  private final Map<TrId, Waiting> waiting = new HashMap<>();

  private record Waiting(CompletableFuture<Reply> reply, Timer.Task limit) {}

  Requests(Timer timer) {
    this.timer = timer;
  }

  /** A place for the reply to a command that is about to be said. */
  CompletionStage<Reply> expect(TrId trId) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    Timer.Task limit =
        timer.after(PATIENCE, () -> settle(trId, new Reply.Failed(new Failure.NoAnswer(PATIENCE))));
    waiting.put(trId, new Waiting(reply, limit));
    return reply;
  }

  /** Whether somebody waited for it. */
  boolean given(TrId trId, ServerEvent event) {
    return settle(trId, new Reply.Given(event));
  }

  boolean refused(TrId trId, int code) {
    return settle(trId, new Reply.Failed(new Failure.Refused(code)));
  }

  /** No replies will come any more. */
  void failAll(Failure why) {
    for (TrId trId : List.copyOf(waiting.keySet())) {
      settle(trId, new Reply.Failed(why));
    }
  }

  private boolean settle(TrId trId, Reply reply) {
    Waiting place = waiting.remove(trId);
    if (place == null) {
      return false;
    }
    place.limit().cancel();
    place.reply().complete(reply);
    return true;
  }
}

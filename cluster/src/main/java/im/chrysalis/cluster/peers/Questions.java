package im.chrysalis.cluster.peers;

import im.chrysalis.domain.time.Timer;
import im.chrysalis.values.AccountId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Requests of this node whose answers are still to come. Any thread. */
final class Questions {
  /** How long an answer may take; longer than it takes to notice that a node is lost. */
  static final Duration PATIENCE = Duration.ofSeconds(25);

  private final Map<Long, Question> open = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final Timer timer;

  private record Question(
      CompletableFuture<Object> waiter, ByteArrayOutputStream arrived, Timer.Cancel clock) {}

  Questions(Timer timer) {
    this.timer = timer;
  }

  /** Notes that somebody waits for an answer; returns what to call the question. */
  long add(AccountId who, CompletableFuture<Object> waiter) {
    long number = numbers.incrementAndGet();
    Timer.Cancel clock = timer.after(PATIENCE, () -> tooLate(who, number));
    open.put(number, new Question(waiter, new ByteArrayOutputStream(0), clock));
    return number;
  }

  private void tooLate(AccountId who, long number) {
    Question question = open.remove(number);
    if (question != null) {
      question.waiter.completeExceptionally(
          new IOException("no answer from account " + who + " in " + PATIENCE.toSeconds() + " s"));
    }
  }

  /** An answer from this node. */
  void answered(long number, Object answer) {
    Question question = close(number);
    if (question != null) {
      question.waiter.complete(answer);
    }
  }

  /** A failure on this node. */
  void failed(long number, Throwable why) {
    Question question = close(number);
    if (question != null) {
      question.waiter.completeExceptionally(why);
    }
  }

  /** A piece of an answer from another node. One thread at a time for each question. */
  void arrived(ToNode.Answer piece) {
    Question question = open.get(piece.question());
    if (question == null) {
      return; // it was too late
    }
    question.arrived.writeBytes(piece.bytes());
    if (piece.last() && close(piece.question()) != null) {
      try {
        Codec.read(Reply.class, question.arrived.toByteArray()).giveTo(question.waiter);
      } catch (IOException fault) {
        question.waiter.completeExceptionally(fault);
      }
    }
  }

  private @org.jspecify.annotations.Nullable Question close(long number) {
    Question question = open.remove(number);
    if (question != null) {
      question.clock.cancel();
    }
    return question;
  }

  /** Nothing more is answered. */
  void close() {
    for (Long number : open.keySet()) {
      failed(number, new IOException("this node has left the others"));
    }
  }
}

package im.chrysalis.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What becomes known later, told where events are told. Waiting for one from there would wait for
 * ever, so that it is refused at once.
 *
 * @param <T> what becomes known
 */
final class Answer<T extends @Nullable Object> extends CompletableFuture<T> {
  private final Serial teller;

  Answer(Serial teller) {
    this.teller = teller;
  }

  /** Makes it known, behind all events that came before. */
  void tell(T value) {
    teller.execute(() -> complete(value));
  }

  void tellFailure(Throwable failure) {
    teller.execute(() -> completeExceptionally(failure));
  }

  @Override
  public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
    return new Answer<>(teller);
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    refuseToWait();
    return super.get();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    refuseToWait();
    return super.get(timeout, unit);
  }

  @Override
  public T join() {
    refuseToWait();
    return super.join();
  }

  private void refuseToWait() {
    if (!isDone() && teller.isCurrent()) {
      throw new IllegalStateException(
          "a listener can't wait for what is told to listeners: use thenAccept and the like");
    }
  }
}

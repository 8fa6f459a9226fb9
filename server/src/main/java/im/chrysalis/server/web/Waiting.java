package im.chrysalis.server.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** How a service that runs on a thread of its own takes what comes later. */
public final class Waiting {
  private static final int PATIENCE = 20;

  private Waiting() {}

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

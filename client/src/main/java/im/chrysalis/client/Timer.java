package im.chrysalis.client;

import java.time.Duration;

/** Does things later. */
interface Timer {
  /** Runs a task on the messenger's turn when the time has passed. */
  Task after(Duration time, Runnable task);

  /** Nanoseconds that only ever grow. */
  long nanos();

  /** What is to be done later. */
  interface Task {
    void cancel();
  }
}

package im.chrysalis.net.http.gateway;

import io.netty.channel.EventLoop;

/** The loop that a session belongs to, which may change. Any thread. */
final class Home {
  private volatile EventLoop loop;

  Home(EventLoop loop) {
    this.loop = loop;
  }

  EventLoop loop() {
    return loop;
  }

  /** Does something on the loop, behind all that was to be done; follows the session's moves. */
  void run(Runnable what) {
    EventLoop here = loop;
    here.execute(() -> {
      if (here.equals(loop)) {
        what.run();
      } else {
        run(what);
      }
    });
  }

  /** Moves after the step that goes on; called on the loop. */
  void moveTo(EventLoop other, Runnable arrived) {
    loop.execute(() -> {
      loop = other;
      other.execute(arrived);
    });
  }
}

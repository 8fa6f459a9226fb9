package im.chrysalis.terminal;

import im.chrysalis.client.Event;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** How a person sees the chat and types: on a whole screen, or line by line. */
interface Face extends AutoCloseable {
  /** How long what was said last may take. */
  Duration FAREWELL = Duration.ofSeconds(10);

  /** How long nothing has to be shown when nothing happens. */
  Duration patience();

  /** Whether a conversation that begins now may come to the front without being in the way. */
  boolean mayComeForward();

  /** Takes a key; returns whether the person stays. */
  boolean pressed(Key key, Chat chat);

  /** Shows what is to be seen now. */
  void show(Window window, Instant now);

  /** Whether there is nothing to wait for after the account was signed out for good. */
  boolean endsWhenSignedOut();

  @Override
  void close() throws IOException;

  /** Sees to all that comes until the person leaves. */
  default void run(Chat chat, Inbox inbox) throws InterruptedException {
    Hearing hearing = new Hearing(chat);
    boolean stays = true;
    while (stays) {
      Inbox.Item item = inbox.poll(patience());
      while (item != null && stays) {
        stays = see(item, chat, hearing);
        item = stays ? inbox.poll(Duration.ZERO) : null;
      }
      show(chat.window(), chat.clock().instant());
    }
    finish(chat, hearing, inbox);
  }

  /** What was said last is on its way for a moment, and leaving must not lose it. */
  private void finish(Chat chat, Hearing hearing, Inbox inbox) throws InterruptedException {
    Instant end = chat.clock().instant().plus(FAREWELL);
    while (chat.isWaiting()) {
      Duration left = Duration.between(chat.clock().instant(), end);
      Inbox.Item item = inbox.poll(left.isNegative() ? Duration.ZERO : left);
      if (item == null) {
        return;
      }
      if (item instanceof Inbox.Happened || item instanceof Inbox.Answered) {
        see(item, chat, hearing);
        show(chat.window(), chat.clock().instant());
      }
    }
  }

  private boolean see(Inbox.Item item, Chat chat, Hearing hearing) {
    return switch (item) {
      case Inbox.Happened(Event event) -> {
        hearing.heard(event, mayComeForward());
        yield !(event instanceof Event.SignedOut && endsWhenSignedOut());
      }
      case Inbox.Typed(String line) -> Commands.line(chat, line);
      case Inbox.Pressed(Key key) -> pressed(key, chat);
      case Inbox.Answered(Runnable then) -> {
        then.run();
        yield true;
      }
      case Inbox.Resized _ -> true;
      case Inbox.InputEnded _ -> false;
    };
  }
}

package im.chrysalis.app.mail;

import im.chrysalis.app.config.Smtp;
import im.chrysalis.domain.account.KeptInvitation;
import im.chrysalis.domain.account.KeptInvitation.State;
import im.chrysalis.domain.account.Registry;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.store.StoreException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends invitations that are queued, in rounds on a virtual thread. Each is taken before it is
 * sent, so that of several servers one sends it; what could not be sent for now is queued again.
 */
public final class Postman implements AutoCloseable {
  /** How long after a round the next one begins. */
  static final Duration PAUSE = Duration.ofSeconds(30);

  /** For how long a letter is tried again and again. */
  private static final Duration LONGEST = Duration.ofDays(2);

  private static final Duration LAST_LETTER = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

  private final Registry registry;
  private final Smtp smtp;
  private final Supplier<String> site;
  private final Timer timer;
  private final ExecutorService thread =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("postman").factory());
  private volatile boolean closed;

  private Postman(Registry registry, Smtp smtp, Supplier<String> site, Timer timer) {
    this.registry = registry;
    this.smtp = smtp;
    this.site = site;
    this.timer = timer;
  }

  /**
   * Begins with the first round.
   *
   * @param site where readers may sign up, as it is set at the moment; may be empty
   */
  public static Postman start(Registry registry, Smtp smtp, Supplier<String> site, Timer timer) {
    Postman postman = new Postman(registry, smtp, site, timer);
    postman.thread.execute(postman::round);
    return postman;
  }

  private void round() {
    try {
      List<KeptInvitation> queued = registry.queuedInvitations();
      if (!queued.isEmpty()) {
        deliver(queued);
      }
    } catch (MessagingException | IOException notNow) {
      LOG.warn("event=mail-not-sent server={} why={}", smtp.host(), inOneLine(notNow.getMessage()));
    } catch (StoreException fault) {
      LOG.error("event=mail-not-sent", fault);
    }
    if (!closed) {
      timer.after(PAUSE, this::nextRound);
    }
  }

  private void nextRound() {
    try {
      thread.execute(this::round);
    } catch (RejectedExecutionException stopped) {
      LOG.debug("event=postman-stopped");
    }
  }

  private void deliver(List<KeptInvitation> queued) throws MessagingException, IOException {
    try (MailServer server = MailServer.connect(smtp)) {
      for (KeptInvitation each : queued) {
        Optional<KeptInvitation> mine =
            closed ? Optional.empty() : registry.move(each, State.SENDING);
        if (mine.isPresent()) {
          deliver(mine.get(), server);
        }
      }
    }
  }

  private void deliver(KeptInvitation it, MailServer server) throws MessagingException {
    try {
      switch (server.send(it.invited(), Letter.of(it, site.get()), timer.now())) {
        case MailServer.Answer.Taken _ -> {
          registry.move(it, State.SENT);
          LOG.info("event=mail-sent account={} to={}", it.inviter().address(), it.invited());
        }
        case MailServer.Answer.Later(String why) -> {
          boolean tooLate = it.time().plus(LONGEST).isBefore(timer.now());
          refused(it, tooLate ? State.FAILED : State.QUEUED, why);
        }
        case MailServer.Answer.Refused(String why) -> refused(it, State.FAILED, why);
      }
    } catch (MessagingException lost) {
      registry.move(it, State.QUEUED);
      throw lost;
    }
  }

  private void refused(KeptInvitation it, State next, String why) {
    registry.move(it, next);
    LOG.info(
        "event=mail-refused account={} to={} now={} why={}",
        it.inviter().address(),
        it.invited(),
        next,
        inOneLine(why));
  }

  private static String inOneLine(@Nullable String why) {
    return String.valueOf(why).replaceAll("\\s+", " ").strip();
  }

  /** Ends after the letter that is being sent, or without it when that takes too long. */
  @Override
  public void close() {
    closed = true;
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LAST_LETTER.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
        thread.awaitTermination(LAST_LETTER.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException hurry) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}

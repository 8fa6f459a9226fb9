package im.chrysalis.domain.offline;

import im.chrysalis.values.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What waits for one person: not the messages themselves, only what is needed to decide about
 * others. Belongs to one thread at a time.
 */
public final class Letterbox {
  /** How many messages may wait. */
  public static final int MAX_MESSAGES = 200;

  /** How many of them one sender may have left, so that nobody can fill the box alone. */
  public static final int MAX_FROM_ONE = 50;

  /** How many bytes all of them may have. */
  public static final int MAX_BYTES = 512 * 1024;

  /** How long a program that heard no answer is believed to try again. */
  public static final Duration REPEATS = Duration.ofMinutes(10);

  private List<Slip> slips;

  /**
   * What is remembered of one message.
   *
   * @see OfflineMessage
   */
  public record Slip(UUID id, AccountId from, Instant sent, int bytes, Optional<UUID> fingerprint) {
    static Slip of(OfflineMessage it) {
      return new Slip(it.id(), it.from().id(), it.sent(), it.bytes(), it.fingerprint());
    }

    private boolean isRepeatedBy(OfflineMessage other) {
      return id.equals(other.id())
          || (fingerprint.isPresent()
              && fingerprint.equals(other.fingerprint())
              && Duration.between(sent, other.sent()).compareTo(REPEATS) < 0);
    }
  }

  /** Whether a message can be left. */
  public enum Room {
    FREE,
    /** That message is there, and its sender's program only did not hear so. */
    THERE_ALREADY,
    /** No room for more, or for more of this sender. */
    NONE
  }

  /** A letterbox as it was kept. */
  public Letterbox(Collection<Slip> kept) {
    slips = List.copyOf(kept); // shared and empty for almost everybody
  }

  /** Whether there is room for a message. */
  public Room roomFor(OfflineMessage message) {
    int fromSame = 0;
    int bytes = message.bytes();
    for (Slip slip : slips) {
      if (slip.isRepeatedBy(message)) {
        return Room.THERE_ALREADY;
      }
      bytes += slip.bytes();
      fromSame += slip.from().equals(message.from().id()) ? 1 : 0;
    }
    boolean full = slips.size() >= MAX_MESSAGES || fromSame >= MAX_FROM_ONE || bytes > MAX_BYTES;
    return full ? Room.NONE : Room.FREE;
  }

  /** Which of these wait. */
  public Set<UUID> among(Collection<UUID> ids) {
    Set<UUID> found = new HashSet<>();
    for (Slip slip : slips) {
      if (ids.contains(slip.id())) {
        found.add(slip.id());
      }
    }
    return found;
  }

  /** A message is there now. */
  public void add(OfflineMessage message) {
    List<Slip> more = new ArrayList<>(slips);
    more.add(Slip.of(message));
    slips = List.copyOf(more);
  }

  /** Messages are there no more. */
  public void remove(Set<UUID> ids) {
    slips = slips.stream().filter(slip -> !ids.contains(slip.id())).toList();
  }

  public int size() {
    return slips.size();
  }
}

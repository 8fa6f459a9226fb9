package im.chrysalis.terminal;

import java.time.Instant;

/** Something written in a tab, and when. */
sealed interface Entry {
  Instant at();

  /**
   * Somebody said something.
   *
   * @param name what they call themselves
   */
  record Heard(Instant at, String name, String text) implements Entry {}

  /**
   * The person said something.
   *
   * @param number tells it from everything else that was said
   */
  record Said(Instant at, long number, String text, Fate fate) implements Entry {}

  /** What became of something said. */
  enum Fate {
    UNDER_WAY,
    DELIVERED,
    LOST
  }

  /**
   * Something to know.
   *
   * @param alsoNews whether it is written among the news, too
   */
  record Note(Instant at, String text, boolean alsoNews) implements Entry {}

  /** Something that went wrong. */
  record Problem(Instant at, String text) implements Entry {}
}

package im.chrysalis.domain.profile;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody shows of themselves.
 *
 * @param version raised by every change; 0 when nothing was ever set
 * @param changed when that was; 1970 when it never was
 * @param message the personal message; empty when there is none
 * @param messageChanged when the message was set last
 * @param picture absent when there is none
 */
public record Profile(
    int version,
    Instant changed,
    String message,
    Instant messageChanged,
    Optional<Portrait> picture) {
  /** The longest personal message, in characters. */
  public static final int MAX_MESSAGE = 512;

  /** That of somebody who never set anything. */
  public static final Profile EMPTY =
      new Profile(0, Instant.EPOCH, "", Instant.EPOCH, Optional.empty());

  /**
   * What is known of a picture without looking at it.
   *
   * @param number counts the pictures of the person; no two have the same
   * @param name what its owner calls it
   * @param form by its bytes
   * @param size how many bytes it has
   * @param changed when it was set
   */
  public record Portrait(int number, String name, PictureForm form, int size, Instant changed) {}
}

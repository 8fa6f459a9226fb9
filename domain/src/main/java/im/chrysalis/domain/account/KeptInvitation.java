package im.chrysalis.domain.account;

import im.chrysalis.values.EmailAddress;
import java.time.Instant;

/**
 * Somebody asked for somebody else to be invited into the network.
 *
 * @param text the inviter's own words, as a client sent them
 * @param time when it was asked for, for the last time
 */
public record KeptInvitation(
    Card inviter, EmailAddress invited, String text, Instant time, State state) {

  /** The same in another state. */
  public KeptInvitation as(State next) {
    return new KeptInvitation(inviter, invited, text, time, next);
  }

  /** What became of an invitation. */
  public enum State {
    /** Waits to be sent, or for the operator where nothing is sent. */
    QUEUED,
    /** Is on its way; stays so when the server is killed meanwhile, since it may have arrived. */
    SENDING,
    /** Was taken by the mail server. */
    SENT,
    /** Was refused by the mail server, or can't be sent at all. */
    FAILED
  }
}

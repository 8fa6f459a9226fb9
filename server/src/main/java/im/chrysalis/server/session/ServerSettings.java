package im.chrysalis.server.session;

import java.time.Duration;

/**
 * What an operator may set about the servers.
 *
 * @param strictChallenge whether a client that fails or ignores a challenge is turned out
 * @param invitations whether people may invite friends who have no account
 * @param siteUrl where the site's pages are, without a slash at the end; the host is replaced by
 *     the one the client reached when it is empty
 * @param signInTime how long a connection may take to sign in
 * @param idleConversation after how long without a word a conversation is closed
 * @param invitesPerMinute how many invitations and conversations an account may start in a minute
 */
public record ServerSettings(
    boolean strictChallenge,
    boolean invitations,
    String siteUrl,
    Duration signInTime,
    Duration idleConversation,
    int invitesPerMinute) {
  public static final ServerSettings DEFAULT =
      new ServerSettings(false, false, "", Duration.ofSeconds(60), Duration.ofMinutes(5), 60);
}

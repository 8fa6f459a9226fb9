package im.chrysalis.client;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.command.ServerEvent.Ringing;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.routed.RosterDocument;
import im.chrysalis.wire.routed.RoutedMessage;
import java.util.UUID;

/** Who is told of those that turn to the account. Called on the messenger's turn. */
interface Doorbell {
  /** Somebody invites it to a switchboard. */
  void invited(Ringing invitation, Dialect dialect);

  /** Somebody says something through the notification server, be it to the account or a group. */
  void said(RoutedMessage message);

  /** These are in a group that lasts for a conversation. */
  void gathered(UUID group, RosterDocument roster);

  /** Somebody is in it no more. */
  void parted(UUID group, EmailAddress who);

  /** The account is not signed in any more, and what came through its session is over. */
  void signedOut(Failure why);
}

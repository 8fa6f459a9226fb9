/** The notification server: sign-in, lists, presence, invitations. One long connection a client. */
@NullMarked
package im.chrysalis.server.notification;

import org.jspecify.annotations.NullMarked;

/**
 * The switchboard server: one connection a participant of a conversation, and the relay between
 * them.
 */
@NullMarked
package im.chrysalis.server.switchboard;

import org.jspecify.annotations.NullMarked;

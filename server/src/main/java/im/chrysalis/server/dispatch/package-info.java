/** The dispatch server: agrees on a version, and sends a client to its notification server. */
@NullMarked
package im.chrysalis.server.dispatch;

import org.jspecify.annotations.NullMarked;

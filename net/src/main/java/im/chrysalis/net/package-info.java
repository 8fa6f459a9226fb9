/**
 * Sockets: bytes in and out, back-pressure, deadlines, limits of connections. Nothing here knows
 * what the bytes mean.
 */
@NullMarked
package im.chrysalis.net;

import org.jspecify.annotations.NullMarked;

/**
 * How MSNP looks on the wire: cutting bytes into commands, splitting and writing lines, escaping.
 * Servers and clients use the same code, and nothing here knows a socket or an account.
 */
@NullMarked
package im.chrysalis.wire;

import org.jspecify.annotations.NullMarked;

/**
 * What stands inside a message: a MIME head and a body, and the kinds of messages that servers and
 * clients make of them. Each kind is a record that knows its message and can be read from one.
 */
@NullMarked
package im.chrysalis.wire.payload;

import org.jspecify.annotations.NullMarked;

/**
 * How commands reach a running server: who may use a data directory, and the socket in it through
 * which orders go to the one who does.
 */
@NullMarked
package im.chrysalis.app.control;

import org.jspecify.annotations.NullMarked;

/**
 * The terminal messenger, for people and for scripts. It sees the network through the client
 * library alone.
 */
@NullMarked
package im.chrysalis.terminal;

import org.jspecify.annotations.NullMarked;

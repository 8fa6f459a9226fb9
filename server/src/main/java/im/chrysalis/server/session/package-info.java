/**
 * What the roles have in common: what they are built on, and the loop that reads commands off a
 * connection one after the other.
 */
@NullMarked
package im.chrysalis.server.session;

import org.jspecify.annotations.NullMarked;

/**
 * A client of the network for programs: sign in, see who is there, talk. Start at {@link
 * im.chrysalis.client.Messenger}; no call blocks, and everything that happens is told in order.
 */
@NullMarked
package im.chrysalis.client;

import org.jspecify.annotations.NullMarked;

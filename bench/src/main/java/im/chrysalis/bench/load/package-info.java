/**
 * The load: light MSNP7 clients, thousands on one thread, that check what they hear. They speak
 * their own bytes instead of the server's codecs, so that a shared mistake cannot hide.
 */
@NullMarked
package im.chrysalis.bench.load;

import org.jspecify.annotations.NullMarked;

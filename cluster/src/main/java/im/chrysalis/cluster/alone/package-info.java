/**
 * All persons in one process: a map of mailboxes, drained on the threads that fill them. No engine
 * is loaded.
 */
@NullMarked
package im.chrysalis.cluster.alone;

import org.jspecify.annotations.NullMarked;

/**
 * Messages that say themselves where they go, through the notification server: the presence and the
 * talk of MSNP21, and circles since MSNP18. Three blocks of headers, a body, and the documents that
 * stand in it.
 */
@NullMarked
package im.chrysalis.wire.routed;

import org.jspecify.annotations.NullMarked;

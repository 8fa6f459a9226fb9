/**
 * How a client proves who signs in: one class for each way that MSNP has known. A dialect has
 * exactly one of them.
 */
@NullMarked
package im.chrysalis.server.proof;

import org.jspecify.annotations.NullMarked;

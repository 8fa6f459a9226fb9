/**
 * A toy MSNP7 network, just true enough to try the load generator and the scenarios on. It checks
 * what clients say as strictly as a real one, and is never measured seriously.
 */
@NullMarked
package im.chrysalis.bench.toy;

import org.jspecify.annotations.NullMarked;

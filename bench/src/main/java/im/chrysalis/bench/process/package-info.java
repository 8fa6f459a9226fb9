/**
 * The processes beside ours, server and yardsticks, and what the operating system tells about them.
 * Nothing in here asks the measured process itself.
 */
@NullMarked
package im.chrysalis.bench.process;

import org.jspecify.annotations.NullMarked;

/** Who may go on: counting failed passwords and too many requests. */
@NullMarked
package im.chrysalis.server.access;

import org.jspecify.annotations.NullMarked;

/** The server as a whole: its parts made, wired by constructor, started and stopped. */
@NullMarked
package im.chrysalis.app.serve;

import org.jspecify.annotations.NullMarked;

/** What the launcher plays with a server of nobody's, so that the next one starts prepared. */
@NullMarked
package im.chrysalis.app.rehearsal;

import org.jspecify.annotations.NullMarked;

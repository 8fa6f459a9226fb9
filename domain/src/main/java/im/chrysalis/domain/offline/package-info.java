/**
 * Messages for people who are not there. They wait in the letterbox of the person they are for,
 * which decides what it takes, until a client of that person says that it has them.
 */
@NullMarked
package im.chrysalis.domain.offline;

import org.jspecify.annotations.NullMarked;

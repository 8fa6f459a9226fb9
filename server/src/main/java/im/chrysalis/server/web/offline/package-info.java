/**
 * Offline messages as clients since MSNP11 send and fetch them over the web. One service takes
 * messages, another one lists, hands over and deletes them.
 */
@NullMarked
package im.chrysalis.server.web.offline;

import org.jspecify.annotations.NullMarked;

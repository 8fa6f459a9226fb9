/**
 * What clients since MSNP13 keep on the server to find it again on another machine: name, personal
 * message and display picture. Pictures are also given out over HTTP.
 */
@NullMarked
package im.chrysalis.server.web.storage;

import org.jspecify.annotations.NullMarked;

/**
 * The web services that clients since MSNP8 use beside their connection: each subject in a package
 * of its own. Here is only what all of them ask of the rest of the server.
 */
@NullMarked
package im.chrysalis.server.web;

import org.jspecify.annotations.NullMarked;

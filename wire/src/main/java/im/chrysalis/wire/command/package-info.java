/**
 * Every command as a record in a sealed family, and beside them the codecs that read and write
 * them. Codecs never touch a connection; each shows one example line.
 */
@NullMarked
package im.chrysalis.wire.command;

import org.jspecify.annotations.NullMarked;

/** What each version of MSNP does its own way. Code asks a dialect a question, never its number. */
@NullMarked
package im.chrysalis.wire.dialect;

import org.jspecify.annotations.NullMarked;

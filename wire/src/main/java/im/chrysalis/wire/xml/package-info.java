/**
 * XML as the services of old clients need it: read without trust, written to the byte, because
 * clients look for literal prefixes and trip over white space.
 */
@NullMarked
package im.chrysalis.wire.xml;

import org.jspecify.annotations.NullMarked;

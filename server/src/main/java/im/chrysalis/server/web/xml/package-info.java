/**
 * XML as the services of old clients need it: requests read without trust, answers written to the
 * byte, because clients look for literal prefixes and trip over white space.
 */
@NullMarked
package im.chrysalis.server.web.xml;

import org.jspecify.annotations.NullMarked;

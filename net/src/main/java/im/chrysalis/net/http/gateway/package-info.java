/**
 * Connections of clients that reach nothing but the web: bytes travel in the bodies of requests and
 * of their answers. Nothing here knows what the bytes mean.
 */
@NullMarked
package im.chrysalis.net.http.gateway;

import org.jspecify.annotations.NullMarked;

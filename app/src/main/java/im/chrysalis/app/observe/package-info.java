/**
 * What tells how the server does: whether it is healthy, and its meters, over HTTP for whatever
 * watches over it.
 */
@NullMarked
package im.chrysalis.app.observe;

import org.jspecify.annotations.NullMarked;

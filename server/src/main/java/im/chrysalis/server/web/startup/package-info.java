/**
 * What clients ask over HTTP while they start: their configuration, tabs, advertisements, news. All
 * of it is answered at once, and truthfully with nothing where there is nothing.
 */
@NullMarked
package im.chrysalis.server.web.startup;

import org.jspecify.annotations.NullMarked;

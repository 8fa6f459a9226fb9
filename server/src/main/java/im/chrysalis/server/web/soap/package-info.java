/**
 * What all SOAP services have in common: reading an envelope, faults, and answers that are written
 * from templates. Nothing here knows what a service is about.
 */
@NullMarked
package im.chrysalis.server.web.soap;

import org.jspecify.annotations.NullMarked;

/**
 * Where clients from MSNP8 on exchange a password for a ticket: by one HTTP request, or by SOAP.
 * Each class answers one address; what they know of passwords is the {@link
 * im.chrysalis.server.web.passport.TicketOffice}.
 *
 * @see <a href="../../../../../../../../../docs/protocol/passport.md">docs/protocol/passport.md</a>
 */
@NullMarked
package im.chrysalis.server.web.passport;

import org.jspecify.annotations.NullMarked;

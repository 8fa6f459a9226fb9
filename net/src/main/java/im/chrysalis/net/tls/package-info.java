/**
 * TLS as a server speaks it to clients of twenty years: its own certificate authority, the
 * certificates of all names that clients ask for, and which of them a client is shown. Only the
 * listener that admits old TLS does so; everything else names what it admits.
 */
@NullMarked
package im.chrysalis.net.tls;

import org.jspecify.annotations.NullMarked;

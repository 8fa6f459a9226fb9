/**
 * Proofs: that a person knows a password or holds a ticket, and that a program is a known client.
 * Both sides use the same code, a server to check and a client to answer.
 */
@NullMarked
package im.chrysalis.wire.challenge;

import org.jspecify.annotations.NullMarked;

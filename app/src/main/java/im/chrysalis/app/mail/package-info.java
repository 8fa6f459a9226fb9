/**
 * Letters to people who have no account. A mail server is found by the configuration; what became
 * of each letter is kept in the store.
 */
@NullMarked
package im.chrysalis.app.mail;

import org.jspecify.annotations.NullMarked;

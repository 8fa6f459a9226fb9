/**
 * Who has an account: what is kept of it, what others know of it, and the port by which it is found
 * and its secrets are checked.
 */
@NullMarked
package im.chrysalis.domain.account;

import org.jspecify.annotations.NullMarked;

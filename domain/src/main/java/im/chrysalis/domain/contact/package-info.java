/**
 * Whom an account knows: lists, groups and privacy, the changes to them, and why one is refused.
 */
@NullMarked
package im.chrysalis.domain.contact;

import org.jspecify.annotations.NullMarked;

/**
 * What people show of themselves and find again on another machine: a personal message and a
 * picture. The name is the account's own.
 */
@NullMarked
package im.chrysalis.domain.profile;

import org.jspecify.annotations.NullMarked;

/**
 * Nouns that every part of Chrysalis shares: addresses, account ids, statuses. Records and enums
 * only; nothing here knows a protocol, a socket or a store.
 */
@NullMarked
package im.chrysalis.values;

import org.jspecify.annotations.NullMarked;

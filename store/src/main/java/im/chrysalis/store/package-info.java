/**
 * Everything that is kept: accounts, lists, secrets, on SQLite or PostgreSQL with one set of
 * statements. {@link im.chrysalis.store.Store} opens it and gives out the ports of the domain.
 */
@NullMarked
package im.chrysalis.store;

import org.jspecify.annotations.NullMarked;

/**
 * The contact list as Messenger clients since MSNP13 load and change it: the address book and the
 * sharing service, over the same persons as every other dialect. Wire notes: {@code
 * docs/protocol/address-book.md}.
 */
@NullMarked
package im.chrysalis.server.web.book;

import org.jspecify.annotations.NullMarked;

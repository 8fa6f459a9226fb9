package im.chrysalis.domain.contact;

import im.chrysalis.values.AccountId;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Contacts by account: an open-addressed table, because a map's entries and keys would weigh more
 * than the contacts themselves. Between a half and four fifths of it is used once it has grown, and
 * four fifths when the number of contacts was known before. Iteration has no order.
 */
final class Contacts implements Iterable<Contact> {
  private @Nullable Contact[] table;
  private int size;

  /** Room for some, and for more when they come. */
  Contacts(int expected) {
    table = new Contact[Math.max(4, expected * 5 / 4 + 1)];
  }

  int size() {
    return size;
  }

  @Nullable Contact get(AccountId id) {
    for (int i = slot(id.number(), table.length); ; i = after(i, table.length)) {
      Contact here = table[i];
      if (here == null || here.id().number() == id.number()) {
        return here;
      }
    }
  }

  void add(Contact contact) {
    if ((size + 1) * 5 > table.length * 4) {
      grow();
    }
    insert(table, contact);
    size++;
  }

  void remove(AccountId id) {
    @Nullable Contact[] old = table;
    table = new Contact[old.length];
    size = 0;
    for (Contact contact : old) {
      if (contact != null && contact.id().number() != id.number()) {
        insert(table, contact);
        size++;
      }
    }
  }

  @Override
  public Iterator<Contact> iterator() {
    @Nullable Contact[] snapshot = table;
    return new Iterator<>() {
      private int next = skip(0);

      private int skip(int from) {
        int i = from;
        while (i < snapshot.length && snapshot[i] == null) {
          i++;
        }
        return i;
      }

      @Override
      public boolean hasNext() {
        return next < snapshot.length;
      }

      @Override
      public Contact next() {
        Contact contact = next < snapshot.length ? snapshot[next] : null;
        if (contact == null) {
          throw new NoSuchElementException();
        }
        next = skip(next + 1);
        return contact;
      }
    };
  }

  private void grow() {
    @Nullable Contact[] bigger = new Contact[table.length * 3 / 2];
    for (Contact contact : this) {
      insert(bigger, contact);
    }
    table = bigger;
  }

  private static void insert(@Nullable Contact[] table, Contact contact) {
    int i = slot(contact.id().number(), table.length);
    while (table[i] != null) {
      i = after(i, table.length);
    }
    table[i] = contact;
  }

  /** Spreads numbers that follow each other over a table of any length. */
  private static int slot(long number, int length) {
    long spread = (number * 0x9E3779B97F4A7C15L) >>> 32;
    return (int) ((spread * length) >>> 32);
  }

  private static int after(int slot, int length) {
    return slot + 1 == length ? 0 : slot + 1;
  }
}

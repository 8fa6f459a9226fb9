package im.chrysalis.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Card;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContactsTest {
  private static Contact contact(long number) {
    EmailAddress address = EmailAddress.of(number + "@example.test");
    Card card = new Card(new AccountId(number), address, "somebody");
    return new Contact(View.offline(card, Map.of()), 1, null, Set.of());
  }

  private static List<Contact> all(Contacts contacts) {
    List<Contact> all = new ArrayList<>();
    contacts.forEach(all::add);
    return all;
  }

  @Test
  void everybodyIsFoundAndStrangersAreNotWhateverTheSize() {
    for (int count = 0; count <= 1_000; count = count * 5 / 4 + 1) {
      Contacts expected = new Contacts(count);
      Contacts grown = new Contacts(0);
      for (int i = 0; i < count; i++) {
        Contact contact = contact(AccountId.FIRST + i);
        expected.add(contact);
        grown.add(contact);
      }
      for (Contacts contacts : List.of(expected, grown)) {
        assertThat(contacts.size()).isEqualTo(count);
        assertThat(all(contacts)).hasSize(count).doesNotHaveDuplicates();
        for (int i = 0; i < count; i++) {
          assertThat(contacts.get(new AccountId(AccountId.FIRST + i))).isNotNull();
        }
        assertThat(contacts.get(new AccountId(AccountId.FIRST + count))).isNull();
      }
    }
  }

  @Test
  void itHoldsWhatAMapHoldsAfterTheSameChanges() {
    Random random = new Random(7);
    Contacts contacts = new Contacts(3);
    Map<AccountId, Contact> same = new HashMap<>();
    for (int step = 0; step < 5_000; step++) {
      AccountId id = new AccountId(AccountId.FIRST + random.nextInt(200) * 1_000_003L);
      if (same.containsKey(id)) {
        same.remove(id);
        contacts.remove(id);
      } else {
        Contact contact = contact(id.number());
        same.put(id, contact);
        contacts.add(contact);
      }
      assertThat(contacts.size()).isEqualTo(same.size());
    }
    assertThat(all(contacts)).containsExactlyInAnyOrderElementsOf(same.values());
    same.forEach((id, contact) -> assertThat(contacts.get(id)).isSameAs(contact));
  }
}

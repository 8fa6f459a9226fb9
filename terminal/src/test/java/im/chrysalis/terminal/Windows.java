package im.chrysalis.terminal;

import im.chrysalis.client.Contact;
import im.chrysalis.client.Group;
import im.chrysalis.client.Roster;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Windows of Anna, who knows some people. */
final class Windows {
  static final EmailAddress ANNA = EmailAddress.of("anna@example.test");
  static final EmailAddress BEN = EmailAddress.of("ben@example.test");
  static final EmailAddress CARL = EmailAddress.of("carl@example.test");
  static final EmailAddress DORA = EmailAddress.of("dora@example.test");
  static final Instant NOON = Instant.parse("2001-10-25T12:00:00Z");

  private Windows() {}

  static Contact friend(EmailAddress who, String name, Status status, String... groups) {
    return new Contact(
        who, name, Set.of(ContactList.FORWARD, ContactList.ALLOW), Set.of(groups), status);
  }

  static Window knowing(List<Group> groups, Contact... people) {
    TreeMap<EmailAddress, Contact> all = new TreeMap<>();
    Arrays.stream(people).forEach(it -> all.put(it.address(), it));
    return Window.of(ANNA, "Anna", Status.ONLINE, "MSNP7")
        .roster(new Roster(all, groups, PrivacyDefault.ALLOW, AddNotice.ASK));
  }

  /** Ben is there, Carl is busy, Dora is not there. */
  static Window usual() {
    return knowing(
        List.of(new Group("1", "Friends"), new Group("2", "Work")),
        friend(BEN, "Ben", Status.ONLINE, "1"),
        friend(CARL, "Carl", Status.BUSY, "2"),
        friend(DORA, "Dora", Status.OFFLINE, "2"));
  }

  static Entry heard(String name, String text) {
    return new Entry.Heard(NOON, name, text);
  }
}

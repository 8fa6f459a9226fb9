package im.chrysalis.domain.person;

import im.chrysalis.domain.contact.Change;
import im.chrysalis.domain.contact.Contact;
import im.chrysalis.domain.contact.Roster;

/** Which changes make an address book another one to somebody who has a copy of it. */
final class BookChanges {
  private BookChanges() {}

  /**
   * Whether a change is one, before it is done. Clients repeat much at each sign-in that is so
   * already; if that counted, two that answer each other's changes would never come to rest.
   */
  static boolean isOne(PersonMessage cause, Change change, Roster roster) {
    return switch (change) {
      case Change.ContactBecomes it -> !isTold(cause) && isOther(it, roster);
      case Change.GroupBecomes it -> !roster.groups().contains(it.group());
      case Change.AccountBecomes it ->
          !it.account().equals(roster.account().atVersion(it.version()));
      case Change.GroupRemoved _, Change.NotesBecome _ -> true;
      case Change.MessageKept _, Change.MessagesRemoved _, Change.AccountDeleted _ -> false;
    };
  }

  /** What others do to the reverse list is an event of its own. */
  private static boolean isTold(PersonMessage cause) {
    return cause instanceof Notice.AddedBy || cause instanceof Notice.RemovedBy;
  }

  private static boolean isOther(Change.ContactBecomes it, Roster roster) {
    Contact known = roster.contact(it.who().id());
    return known == null
        || known.lists() != it.after()
        || !known.label().equals(it.label())
        || !known.groups().equals(it.groups());
  }
}

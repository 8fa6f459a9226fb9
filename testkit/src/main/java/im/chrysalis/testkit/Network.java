package im.chrysalis.testkit;

import im.chrysalis.domain.account.DirectoryFact;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The server under test, as a transcript needs it. Fresh: no accounts, nobody signed in. What the
 * methods that arrange things change is there when they return, before anyone connects.
 */
public interface Network extends AutoCloseable {
  /** Where the dispatch server listens. */
  InetSocketAddress dispatch();

  /** Where the notification server listens. */
  InetSocketAddress notification();

  /** Where the switchboard server listens. */
  InetSocketAddress switchboard();

  /** Creates an account as the command line would: everyone may see it, and it asks when added. */
  void createAccount(NewAccount account);

  /** A fresh ticket, as somebody gets it for their password and their client shows it. */
  String ticket(EmailAddress account);

  /** A fresh ticket with its secret, as clients since MSNP15 get it. */
  SecretTicket secretTicket(EmailAddress account);

  /**
   * Puts one account on a list of another, with all that follows from it, such as the reverse
   * entry. Allow and block exclude each other: the later one holds.
   *
   * @param list forward, allow or block
   */
  void addTo(EmailAddress owner, ContactList list, EmailAddress other);

  /** Who may see the owner when no list says. */
  void setPrivacy(EmailAddress owner, PrivacyDefault privacy);

  /** Whether the owner wants to be asked when somebody adds them. */
  void setAddNotice(EmailAddress owner, AddNotice notice);

  /** Creates a group of the owner's contacts; the first one gets the number 1 in old dialects. */
  void createGroup(EmailAddress owner, String name);

  /** Puts somebody on the owner's forward list into a group that was created before. */
  void addToGroup(EmailAddress owner, String group, EmailAddress contact);

  /** Puts an account into the directory, with these facts. */
  void enterDirectory(EmailAddress who, Map<DirectoryFact, String> facts);

  /**
   * Founds a circle.
   *
   * @param members all of them, the founder first
   * @return its GUID
   */
  String createCircle(String name, List<EmailAddress> members);

  /** What the address book gives to somebody's client to show that they are in circles. */
  String circleTicket(EmailAddress account);

  /** Leaves a message for somebody who is not there. */
  void leaveMessage(EmailAddress from, EmailAddress to, String text);

  /** Moves the server's clock forward and lets everything happen that was due by then. */
  void passTime(Duration time);

  /**
   * Returns when everything has been done, and its outcome handed to the connections, that follows
   * from what the server had read before the call. A network that can't know this returns at once;
   * then only the order on each single connection proves that nothing came.
   */
  void settle();

  /** Begins an orderly shutdown, as SIGTERM does; returns without waiting for its end. */
  void shutDown();

  /** Ends the server and gives back its ports and files. */
  @Override
  void close();
}

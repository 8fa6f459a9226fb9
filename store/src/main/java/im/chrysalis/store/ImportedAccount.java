package im.chrysalis.store;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.DirectoryFact;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.contact.Group;
import im.chrysalis.store.Credentials.Secrets;
import im.chrysalis.store.NoteFields.Note;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One line of an import, understood.
 *
 * @param line its number, from 1
 * @param wanted the account; with a password, {@code secrets} are made from it
 * @param secrets those that the line held ready-made; the legacy one not yet encrypted
 * @param created milliseconds since 1970
 * @param circles those that the account owns
 */
record ImportedAccount(
    long line,
    NewAccount wanted,
    Secrets secrets,
    PrivacyDefault privacy,
    AddNotice notice,
    Map<Property, String> properties,
    OptionalLong version,
    OptionalLong created,
    List<Group> groups,
    List<Link> contacts,
    Map<DirectoryFact, String> listing,
    Belongings belongings,
    List<Note> notes,
    OptionalLong circleVersion,
    List<ImportedCircle> circles) {

  /**
   * Somebody whom the account knows.
   *
   * @param place for complaints: {@code contacts[3]}
   * @param lists the sum of the lists' bits. The reverse list without pending says that the account
   *     has decided about the other, as {@link im.chrysalis.domain.contact.Change.ContactBecomes}
   *     tells
   * @param label the account's own name for the other
   * @param inGroups sum of 2^number of each group
   */
  record Link(String place, EmailAddress other, int lists, Optional<String> label, int inGroups) {}

  /** The account as wanted, with what the line says beyond that. */
  Account complete(Account made) {
    return made.with(privacy).with(notice).with(properties).atVersion(version.orElse(1));
  }

  /** The same with other secrets. */
  ImportedAccount with(Secrets others) {
    return new ImportedAccount(
        line,
        wanted,
        others,
        privacy,
        notice,
        properties,
        version,
        created,
        groups,
        contacts,
        listing,
        belongings,
        notes,
        circleVersion,
        circles);
  }
}

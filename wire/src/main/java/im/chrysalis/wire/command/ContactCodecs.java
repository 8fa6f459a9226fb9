package im.chrysalis.wire.command;

import im.chrysalis.values.ContactList;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.command.ClientCommand.AddContact;
import im.chrysalis.wire.command.ClientCommand.RemoveContact;
import im.chrysalis.wire.command.ClientCommand.Rename;
import im.chrysalis.wire.command.ServerEvent.ContactAdded;
import im.chrysalis.wire.command.ServerEvent.ContactRemoved;
import im.chrysalis.wire.command.ServerEvent.Renamed;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Groups;
import java.util.Optional;

/**
 * Changes of the lists: {@code ADD REM REA}.
 *
 * @see <a href="../../../../../../../../docs/protocol/contacts.md">docs/protocol/contacts.md</a>
 */
final class ContactCodecs {
  private ContactCodecs() {}

  /**
   * {@code ADD 10 FL ben@example.com Ben 1}: put Ben on my forward list. The group's number stands
   * there only for the forward list, since MSNP7. Up to MSNP9.
   */
  static final Codec<AddContact> ADD_CONTACT =
      Codec.ofLine(
          (words, dialect) -> {
            var trId = words.trId();
            var list = RosterCodecs.list(words);
            return new AddContact(
                trId,
                list,
                words.address(),
                words.text("name"),
                RosterCodecs.hasGroups(list, dialect) ? words.optionalWord() : Optional.empty());
          },
          (it, dialect) ->
              Line.of("ADD", it.trId())
                  .word(it.list().code())
                  .word(it.who())
                  .word(it.name())
                  .word(
                      RosterCodecs.hasGroups(it.list(), dialect) ? it.group() : Optional.empty()));

  /**
   * {@code ADD 10 FL 28 ben@example.com Ben 1}: he is on it, and the lists are at version 28.
   * {@code ADD 0 RL 12 anna@example.com Anna}: somebody added you.
   */
  static final Codec<ContactAdded> CONTACT_ADDED =
      Codec.ofLine(
          (words, dialect) -> {
            var trId = words.trId();
            var list = RosterCodecs.list(words);
            return new ContactAdded(
                trId,
                list,
                words.unsigned("version"),
                words.address(),
                words.text("name"),
                RosterCodecs.hasGroups(list, dialect) ? words.optionalWord() : Optional.empty());
          },
          (it, dialect) ->
              Line.of("ADD", it.trId())
                  .word(it.list().code())
                  .word(it.version())
                  .word(it.who())
                  .word(it.name())
                  .word(
                      RosterCodecs.hasGroups(it.list(), dialect) ? it.group() : Optional.empty()));

  /**
   * {@code REM 11 FL ben@example.com 1}: take Ben out of group 1; without a group, off the list.
   * The group stands there only for the forward list, since MSNP7. Since MSNP10 somebody on the
   * forward list is called by the contact's id.
   */
  static final Codec<RemoveContact> REMOVE_CONTACT =
      Codec.ofLine(
          (words, dialect) -> {
            var trId = words.trId();
            var list = RosterCodecs.list(words);
            return new RemoveContact(
                trId,
                list,
                who(list, words, dialect),
                RosterCodecs.hasGroups(list, dialect) ? words.optionalWord() : Optional.empty());
          },
          (it, dialect) ->
              Line.of("REM", it.trId())
                  .word(it.list().code())
                  .word(EncodedText.of(it.who()))
                  .word(
                      RosterCodecs.hasGroups(it.list(), dialect) ? it.group() : Optional.empty()));

  /**
   * {@code REM 11 FL 29 ben@example.com 1}: done, at version 29. {@code REM 0 RL 13
   * anna@example.com}: somebody removed you.
   */
  static final Codec<ContactRemoved> CONTACT_REMOVED =
      Codec.ofLine(
          (words, dialect) -> {
            var trId = words.trId();
            var list = RosterCodecs.list(words);
            return new ContactRemoved(
                trId,
                list,
                Versions.read(words, dialect),
                who(list, words, dialect),
                RosterCodecs.hasGroups(list, dialect) ? words.optionalWord() : Optional.empty());
          },
          (it, dialect) ->
              Versions.write(
                      Line.of("REM", it.trId()).word(it.list().code()), it.version(), dialect)
                  .word(EncodedText.of(it.who()))
                  .word(
                      RosterCodecs.hasGroups(it.list(), dialect) ? it.group() : Optional.empty()));

  /** {@code REA 12 anna@example.com Anna%20B}: call me, or a contact of mine, so. Up to MSNP9. */
  static final Codec<Rename> RENAME =
      Codec.ofLine(
          (words, _) -> new Rename(words.trId(), words.address(), words.text("name")),
          (it, _) -> Line.of("REA", it.trId()).word(it.who()).word(it.name()));

  /** {@code REA 12 30 anna@example.com Anna%20B}: done, at version 30; the name as it came. */
  static final Codec<Renamed> RENAMED =
      Codec.ofLine(
          (words, _) ->
              new Renamed(
                  words.trId(), words.unsigned("version"), words.address(), words.text("name")),
          (it, _) -> Line.of("REA", it.trId()).word(it.version()).word(it.who()).word(it.name()));

  private static String who(ContactList list, Words words, Dialect dialect)
      throws MalformedCommand {
    return list == ContactList.FORWARD && dialect.groups() == Groups.GUIDS
        ? words.text("contact").text()
        : words.address().text();
  }
}

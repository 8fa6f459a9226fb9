package im.chrysalis.wire.command;

import im.chrysalis.wire.Line;
import im.chrysalis.wire.command.ClientCommand.AddGroup;
import im.chrysalis.wire.command.ClientCommand.RemoveGroup;
import im.chrysalis.wire.command.ClientCommand.RenameGroup;
import im.chrysalis.wire.command.ServerEvent.GroupAdded;
import im.chrysalis.wire.command.ServerEvent.GroupRemoved;
import im.chrysalis.wire.command.ServerEvent.GroupRenamed;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Groups;

/**
 * Groups of contacts, since MSNP7: {@code ADG REG RMG}. Names come back exactly as they were sent.
 *
 * @see <a href="../../../../../../../../docs/protocol/groups.md">docs/protocol/groups.md</a>
 */
final class GroupCodecs {
  private GroupCodecs() {}

  /** {@code ADG 13 Friends 0}: make a group. */
  static final Codec<AddGroup> ADD_GROUP =
      Codec.ofLine(
          (words, _) -> new AddGroup(words.trId(), words.text("name")),
          (it, dialect) -> end(Line.of("ADG", it.trId()).word(it.name()), dialect));

  /**
   * {@code ADG 13 31 Friends 1 0}: it is group 1, and the lists are at version 31. Since MSNP10
   * {@code ADG 13 Friends GUID}.
   */
  static final Codec<GroupAdded> GROUP_ADDED =
      Codec.ofLine(
          (words, dialect) ->
              new GroupAdded(
                  words.trId(),
                  Versions.read(words, dialect),
                  words.text("name"),
                  words.word("group")),
          (it, dialect) ->
              end(
                  Versions.write(Line.of("ADG", it.trId()), it.version(), dialect)
                      .word(it.name())
                      .word(it.group()),
                  dialect));

  /** {@code REG 14 1 Old%20friends 0}: call group 1 so. */
  static final Codec<RenameGroup> RENAME_GROUP =
      Codec.ofLine(
          (words, _) -> new RenameGroup(words.trId(), words.word("group"), words.text("name")),
          (it, dialect) ->
              end(Line.of("REG", it.trId()).word(it.group()).word(it.name()), dialect));

  /**
   * {@code REG 14 32 1 Old%20friends 0}: done, at version 32. Since MSNP10 {@code REG 14 GUID
   * Old%20friends}.
   */
  static final Codec<GroupRenamed> GROUP_RENAMED =
      Codec.ofLine(
          (words, dialect) ->
              new GroupRenamed(
                  words.trId(),
                  Versions.read(words, dialect),
                  words.word("group"),
                  words.text("name")),
          (it, dialect) ->
              end(
                  Versions.write(Line.of("REG", it.trId()), it.version(), dialect)
                      .word(it.group())
                      .word(it.name()),
                  dialect));

  /** {@code RMG 15 1}: remove group 1. */
  static final Codec<RemoveGroup> REMOVE_GROUP =
      Codec.ofLine(
          (words, _) -> new RemoveGroup(words.trId(), words.word("group")),
          (it, _) -> Line.of("RMG", it.trId()).word(it.group()));

  /** {@code RMG 15 33 1}: done, at version 33. Since MSNP10 {@code RMG 15 GUID}. */
  static final Codec<GroupRemoved> GROUP_REMOVED =
      Codec.ofLine(
          (words, dialect) ->
              new GroupRemoved(words.trId(), Versions.read(words, dialect), words.word("group")),
          (it, dialect) ->
              Versions.write(Line.of("RMG", it.trId()), it.version(), dialect).word(it.group()));

  /** Old clients want a word more, which never said anything. */
  private static Line end(Line line, Dialect dialect) {
    return line.when(dialect.groups() == Groups.NUMBERED, 0);
  }
}

package im.chrysalis.server.notification;

import im.chrysalis.domain.contact.Group;
import im.chrysalis.domain.person.GroupName;
import im.chrysalis.values.Guid;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Groups;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How a dialect calls groups: by small numbers, or by GUIDs.
 *
 * @see <a href="../../../../../../../../docs/protocol/groups.md">docs/protocol/groups.md</a>
 */
final class GroupWords {
  /** The group of those who are in no other, where groups have numbers. */
  static final String DEFAULT = "0";

  private GroupWords() {}

  /** A group's word. */
  static String of(Group group, Dialect dialect) {
    return dialect.groups() == Groups.NUMBERED
        ? Integer.toString(group.number())
        : group.id().toString();
  }

  /** The words of the groups that somebody is in. */
  static List<String> of(Set<UUID> in, Collection<Group> all, Dialect dialect) {
    List<String> words =
        all.stream()
            .filter(group -> in.contains(group.id()))
            .map(group -> of(group, dialect))
            .toList();
    return words.isEmpty() && dialect.groups() == Groups.NUMBERED ? List.of(DEFAULT) : words;
  }

  /** What a word calls; nothing when it is not of the dialect's form. */
  static Optional<GroupName> read(String word, Dialect dialect) {
    return switch (dialect.groups()) {
      case NUMBERED ->
          TrId.matches(word) && word.length() < 9
              ? Optional.of(new GroupName.Numbered(Integer.parseInt(word)))
              : Optional.empty();
      case GUIDS -> Guid.parse(word).map(GroupName.Identified::new);
      case NONE -> Optional.empty();
    };
  }
}

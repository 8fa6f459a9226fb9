package im.chrysalis.domain.person;

import im.chrysalis.domain.contact.Group;
import im.chrysalis.domain.contact.Roster;
import java.util.Optional;
import java.util.UUID;

/** How a request calls a group. */
public sealed interface GroupName {
  /** By its number; 0 is the group of those who are in no other. */
  record Numbered(int number) implements GroupName {}

  /** By its GUID. */
  record Identified(UUID id) implements GroupName {}

  /** By its name, in either case: names are unique. */
  record Named(String name) implements GroupName {}

  /** Whether it is the group of those who are in no other. */
  default boolean isDefault() {
    return this instanceof Numbered(int number) && number == 0;
  }

  /** The group, if the roster has it. */
  default Optional<Group> in(Roster roster) {
    return switch (this) {
      case Numbered(int number) -> roster.group(number);
      case Identified(UUID id) -> roster.group(id);
      case Named(String name) -> roster.group(name);
    };
  }
}

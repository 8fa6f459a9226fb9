package im.chrysalis.wire.command;

import im.chrysalis.values.ContactList;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.command.ClientCommand.AskGroups;
import im.chrysalis.wire.command.ClientCommand.AskList;
import im.chrysalis.wire.command.ClientCommand.Synchronize;
import im.chrysalis.wire.command.ServerEvent.Announced;
import im.chrysalis.wire.command.ServerEvent.ContactListed;
import im.chrysalis.wire.command.ServerEvent.GroupListed;
import im.chrysalis.wire.command.ServerEvent.ListEmpty;
import im.chrysalis.wire.command.ServerEvent.Synchronized;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Roster;
import java.util.List;
import java.util.Optional;

/**
 * How a client gets its lists: {@code SYN LST LSG}.
 *
 * @see <a href="../../../../../../../../docs/protocol/roster.md">docs/protocol/roster.md</a>
 */
final class RosterCodecs {
  /** The highest count that fits the lines; lists are far shorter. */
  private static final int MANY = 1_000_000;

  private RosterCodecs() {}

  /**
   * {@code SYN 8 27}: I have version 27 of my lists, or 0 for none. Since MSNP10 {@code SYN 8 STAMP
   * STAMP}, or {@code 0 0}.
   */
  static final Codec<Synchronize> SYNCHRONIZE =
      Codec.ofLine(
          (words, dialect) -> new Synchronize(words.trId(), state(words, dialect)),
          (it, _) -> Line.of("SYN", it.trId()).words(it.known()));

  /**
   * {@code SYN 8 27}: the lists are at version 27; they follow unless the client has them. In MSNP8
   * and 9 {@code SYN 8 27 2 1}: two people and one group follow, if any do; later {@code SYN 8
   * STAMP STAMP 2 1}.
   */
  static final Codec<Synchronized> SYNCHRONIZED =
      Codec.ofLine(
          (words, dialect) ->
              new Synchronized(
                  words.trId(),
                  state(words, dialect),
                  words.hasNext()
                      ? Optional.of(
                          new Announced(words.number("count", MANY), words.number("count", MANY)))
                      : Optional.empty()),
          (it, dialect) -> {
            Line line = Line.of("SYN", it.trId()).words(it.state());
            return it.announced()
                .filter(_ -> dialect.roster() != Roster.LIST_BY_LIST)
                .map(counts -> line.word(counts.contacts()).word(counts.groups()))
                .orElse(line);
          });

  /** {@code LST 9 RL}: give me that list. */
  static final Codec<AskList> ASK_LIST =
      Codec.ofLine(
          (words, _) -> new AskList(words.trId(), list(words)),
          (it, _) -> Line.of("LST", it.trId()).word(it.list().code()));

  /**
   * {@code LST 8 FL 27 1 2 ben@example.com Ben 0,1}: the first of two people on the list. The
   * numbers of their groups stand on the forward list only, since MSNP7; 0 is the group of those
   * who are in no other.
   */
  static final Codec<ContactListed> CONTACT_LISTED =
      Codec.ofLine(
          (words, dialect) -> {
            var trId = words.trId();
            var list = list(words);
            return readContact(trId, list, words, dialect);
          },
          (it, dialect) ->
              Line.of("LST", it.trId())
                  .word(it.list().code())
                  .word(it.version())
                  .word(it.index())
                  .word(it.count())
                  .word(it.who())
                  .word(it.name())
                  .when(hasGroups(it.list(), dialect), groups(it.groups())));

  /** {@code LST 8 BL 27 0 0}: nobody is on the list. */
  static final Codec<ListEmpty> LIST_EMPTY =
      Codec.ofLine(
          (words, _) -> new ListEmpty(words.trId(), list(words), words.unsigned("version")),
          (it, _) ->
              Line.of("LST", it.trId()).word(it.list().code()).word(it.version()).word(0).word(0));

  /** {@code LSG 9}: give me my groups. Since MSNP7. */
  static final Codec<AskGroups> ASK_GROUPS =
      Codec.ofLine((words, _) -> new AskGroups(words.trId()), (it, _) -> Line.of("LSG", it.trId()));

  /**
   * {@code LSG 8 27 1 2 0 Other%20Contacts 0}: the first of two groups, its number and name. In
   * MSNP8 and 9 {@code LSG 0 Other%20Contacts 0}, later {@code LSG Friends GUID}.
   */
  static final Codec<GroupListed> GROUP_LISTED =
      Codec.ofLine(
          RosterCodecs::readGroup,
          (it, dialect) ->
              switch (dialect.roster()) {
                case LIST_BY_LIST ->
                    Line.of("LSG", it.trId())
                        .word(it.version())
                        .word(it.index())
                        .word(it.count())
                        .word(it.group())
                        .word(it.name())
                        .word(0);
                case PERSON_BY_PERSON -> Line.of("LSG").word(it.group()).word(it.name()).word(0);
                case NAMED_WORDS, ADDRESS_BOOK -> Line.of("LSG").word(it.name()).word(it.group());
              });

  /** A person on a list, or the line that says that nobody is; or a person on several lists. */
  static ServerEvent readListLine(Frame frame, Dialect dialect) throws MalformedCommand {
    if (dialect.roster() != Roster.LIST_BY_LIST) {
      return PersonCodecs.PERSON_LISTED.read(frame, dialect);
    }
    return frame.words().wordAt(4, "count").equals("0")
        ? LIST_EMPTY.read(frame, dialect)
        : CONTACT_LISTED.read(frame, dialect);
  }

  /** The next word as one of the lists. */
  static ContactList list(Words words) throws MalformedCommand {
    return words.code(ContactList::ofCode, "list");
  }

  /** Whether lines about the list name groups. */
  static boolean hasGroups(ContactList list, Dialect dialect) {
    return list == ContactList.FORWARD && dialect.hasGroups();
  }

  private static GroupListed readGroup(Words words, Dialect dialect) throws MalformedCommand {
    return switch (dialect.roster()) {
      case LIST_BY_LIST ->
          new GroupListed(
              words.trId(),
              words.unsigned("version"),
              words.number("index", MANY),
              words.number("count", MANY),
              words.word("group"),
              words.text("name"));
      case PERSON_BY_PERSON -> unnumbered(words.word("group"), words.text("name"));
      case NAMED_WORDS, ADDRESS_BOOK -> {
        var name = words.text("name");
        yield unnumbered(words.word("group"), name);
      }
    };
  }

  private static GroupListed unnumbered(String group, EncodedText name) {
    return new GroupListed(TrId.UNASKED, 0, 0, 0, group, name);
  }

  private static List<String> state(Words words, Dialect dialect) throws MalformedCommand {
    return switch (dialect.roster()) {
      case LIST_BY_LIST, PERSON_BY_PERSON -> List.of(Long.toString(words.unsigned("version")));
      case NAMED_WORDS, ADDRESS_BOOK -> List.of(words.word("stamp"), words.word("stamp"));
    };
  }

  private static ContactListed readContact(
      TrId trId, ContactList list, Words words, Dialect dialect) throws MalformedCommand {
    return new ContactListed(
        trId,
        list,
        words.unsigned("version"),
        words.number("index", MANY),
        words.number("count", MANY),
        words.address(),
        words.text("name"),
        hasGroups(list, dialect)
            ? words.optionalWord().map(all -> List.of(all.split(","))).orElse(List.of())
            : List.of());
  }

  private static String groups(List<String> groups) {
    return groups.isEmpty() ? "0" : String.join(",", groups);
  }
}

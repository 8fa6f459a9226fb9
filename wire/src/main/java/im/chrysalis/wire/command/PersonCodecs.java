package im.chrysalis.wire.command;

import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.command.ClientCommand.AddPerson;
import im.chrysalis.wire.command.ClientCommand.SetContact;
import im.chrysalis.wire.command.ServerEvent.ContactSet;
import im.chrysalis.wire.command.ServerEvent.PersonAdded;
import im.chrysalis.wire.command.ServerEvent.PersonListed;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Roster;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.payload.Memberships;
import java.util.List;
import java.util.Optional;

/**
 * Lists person by person: {@code LST} since MSNP8, {@code ADC SBP} since MSNP10.
 *
 * @see <a href="../../../../../../../../docs/protocol/roster.md">docs/protocol/roster.md</a>
 * @see <a href="../../../../../../../../docs/protocol/contacts.md">docs/protocol/contacts.md</a>
 */
final class PersonCodecs {
  /** All bits that a sum of lists may have. */
  private static final int ALL_LISTS = 0xFF;

  private PersonCodecs() {}

  /**
   * {@code LST ben@example.com Ben 11 1}: Ben is on the lists of bits 1, 2 and 8, in group 1; MSNP8
   * and 9. {@code LST N=ben@example.com F=Ben C=GUID 11 1 GUID,GUID}: MSNP12; the network, 1, is
   * not yet there in MSNP10 and 11. Groups stand there on the forward list only.
   */
  static final Codec<PersonListed> PERSON_LISTED =
      Codec.ofLine(
          (words, dialect) ->
              dialect.roster() == Roster.PERSON_BY_PERSON
                  ? readPlain(words)
                  : readNamed(words, dialect),
          (it, dialect) ->
              dialect.roster() == Roster.PERSON_BY_PERSON ? plain(it) : named(it, dialect));

  /**
   * {@code ADC 10 FL N=ben@example.com F=Ben}: put Ben on my forward list. {@code ADC 10 FL C=GUID
   * GUID}: put a contact into a group. {@code ADC 10 AL N=ben@example.com}: the other lists.
   */
  static final Codec<AddPerson> ADD_PERSON =
      Codec.ofLine(
          (words, _) -> {
            var trId = words.trId();
            var list = RosterCodecs.list(words);
            Named who = Named.read(words);
            if (who.account().isEmpty() && who.contactId().isEmpty()) {
              throw new MalformedCommand(Fault.SYNTAX, "ADC names nobody");
            }
            return new AddPerson(
                trId, list, who.address("ADC"), who.name(), who.contactId(), words.optionalWord());
          },
          (it, _) ->
              write(
                      Line.of("ADC", it.trId()).word(it.list().code()),
                      it.who(),
                      it.name(),
                      it.contactId())
                  .word(it.group()));

  /**
   * {@code ADC 10 FL N=ben@example.com F=Ben C=GUID}: done, and this is the contact's id. {@code
   * ADC 0 RL N=anna@example.com F=Anna}: somebody added you.
   */
  static final Codec<PersonAdded> PERSON_ADDED =
      Codec.ofLine(
          (words, _) -> {
            var trId = words.trId();
            var list = RosterCodecs.list(words);
            Named who = Named.read(words);
            return new PersonAdded(
                trId, list, who.address("ADC"), who.name(), who.contactId(), words.optionalWord());
          },
          (it, _) ->
              write(
                      Line.of("ADC", it.trId()).word(it.list().code()),
                      it.who(),
                      it.name(),
                      it.contactId())
                  .word(it.group()));

  /** {@code SBP 12 GUID MFN Benny}: call a contact so. Other keys are kept by nobody. */
  static final Codec<SetContact> SET_CONTACT =
      Codec.ofLine(
          (words, _) ->
              new SetContact(
                  words.trId(), words.word("contact"), words.word("key"), words.text("value")),
          (it, _) ->
              Line.of("SBP", it.trId()).word(it.contactId()).word(it.key()).word(it.value()));

  /** {@code SBP 12 GUID MFN Benny}: done; the client's own words. */
  static final Codec<ContactSet> CONTACT_SET =
      Codec.ofLine(
          (words, _) ->
              new ContactSet(
                  words.trId(), words.word("contact"), words.word("key"), words.text("value")),
          (it, _) ->
              Line.of("SBP", it.trId()).word(it.contactId()).word(it.key()).word(it.value()));

  private static PersonListed readPlain(Words words) throws MalformedCommand {
    return new PersonListed(
        words.address(),
        Optional.of(words.text("name")),
        Optional.empty(),
        words.number("lists", ALL_LISTS),
        groups(words));
  }

  private static PersonListed readNamed(Words words, Dialect dialect) throws MalformedCommand {
    Named who = Named.read(words);
    EmailAddress address =
        who.address("LST")
            .orElseThrow(() -> new MalformedCommand(Fault.SYNTAX, "LST names nobody"));
    int lists = words.number("lists", ALL_LISTS);
    if (dialect.has(Trait.LISTED_NETWORKS)) {
      words.optionalWord();
    }
    return new PersonListed(address, who.name(), who.contactId(), lists, groups(words));
  }

  private static List<String> groups(Words words) {
    return words.optionalWord().map(all -> List.of(all.split(","))).orElse(List.of());
  }

  private static Line plain(PersonListed it) {
    return Line.of("LST")
        .word(it.who())
        .word(it.name().orElseGet(() -> EncodedText.of(it.who().text())))
        .word(it.lists())
        .when(isForward(it), it.groups().isEmpty() ? "0" : String.join(",", it.groups()));
  }

  private static Line named(PersonListed it, Dialect dialect) {
    return write(Line.of("LST"), Optional.of(it.who()), it.name(), it.contactId())
        .word(it.lists())
        .when(dialect.has(Trait.LISTED_NETWORKS), Memberships.HERE)
        .when(isForward(it) && !it.groups().isEmpty(), String.join(",", it.groups()));
  }

  private static boolean isForward(PersonListed it) {
    return (it.lists() & ContactList.FORWARD.bit()) != 0;
  }

  private static Line write(
      Line line,
      Optional<EmailAddress> who,
      Optional<EncodedText> name,
      Optional<String> contactId) {
    who.ifPresent(it -> line.word("N=" + EncodedText.of(it.text())));
    name.ifPresent(it -> line.word("F=" + it));
    contactId.ifPresent(it -> line.word("C=" + it));
    return line;
  }

  /** Words that begin with what they are, in any order. */
  private record Named(
      Optional<String> account, Optional<EncodedText> name, Optional<String> contactId) {

    static Named read(Words words) throws MalformedCommand {
      Optional<String> account = Optional.empty();
      Optional<EncodedText> name = Optional.empty();
      Optional<String> contactId = Optional.empty();
      while (words.peek().length() >= 2 && words.peek().charAt(1) == '=') {
        String word = words.word("person");
        String value = word.substring(2);
        switch (word.charAt(0)) {
          case 'N', 'n' -> account = Optional.of(value);
          // a name is never empty on a line
          case 'F', 'f' ->
              name = value.isEmpty() ? Optional.empty() : Optional.of(EncodedText.raw(value));
          case 'C', 'c' -> contactId = value.isEmpty() ? Optional.empty() : Optional.of(value);
          default ->
              throw new MalformedCommand(Fault.SYNTAX, words.verb() + ": unknown named word");
        }
      }
      return new Named(account, name, contactId);
    }

    Optional<EmailAddress> address(String verb) throws MalformedCommand {
      if (account.isEmpty()) {
        return Optional.empty();
      }
      Optional<EmailAddress> address = EmailAddress.parse(EncodedText.raw(account.get()).text());
      if (address.isEmpty()) {
        throw new MalformedCommand(Fault.ADDRESS, verb + ": not an account name");
      }
      return address;
    }
  }
}

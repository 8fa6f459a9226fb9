package im.chrysalis.wire.command;

import static im.chrysalis.wire.command.Texts.address;
import static im.chrysalis.wire.command.Texts.id;
import static im.chrysalis.wire.command.Texts.text;

import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.command.ClientCommand.AddContact;
import im.chrysalis.wire.command.ClientCommand.AddGroup;
import im.chrysalis.wire.command.ClientCommand.AddPerson;
import im.chrysalis.wire.command.ClientCommand.AskGroups;
import im.chrysalis.wire.command.ClientCommand.AskList;
import im.chrysalis.wire.command.ClientCommand.RemoveContact;
import im.chrysalis.wire.command.ClientCommand.RemoveGroup;
import im.chrysalis.wire.command.ClientCommand.Rename;
import im.chrysalis.wire.command.ClientCommand.RenameGroup;
import im.chrysalis.wire.command.ClientCommand.SetContact;
import im.chrysalis.wire.command.ClientCommand.Synchronize;
import java.util.List;
import java.util.Optional;

/** What clients say about their lists: people and groups. */
final class ClientListRows {
  private static final EmailAddress BEN = address("ben@example.com");
  private static final String STAMP = "2005-04-23T18:57:44.8130000-07:00";
  private static final String GUID = "00000000-0000-0000-0000-00000000002a";
  private static final String OTHER_GUID = "f60efbe7-94af-4b16-b92a-10ac6cc8c6ef";

  private ClientListRows() {}

  static void addTo(CodecTable<ClientCommand> table) {
    lists(table);
    namedPeople(table);
    groups(table);
  }

  private static void lists(CodecTable<ClientCommand> table) {
    table
        .upTo(9, "SYN 8 27", new Synchronize(id(8), List.of("27")))
        .between(
            10, 12, "SYN 8 " + STAMP + " " + STAMP, new Synchronize(id(8), List.of(STAMP, STAMP)))
        .between(10, 12, "SYN 8 0 0", new Synchronize(id(8), List.of("0", "0")))
        .refuses(2, 12, Fault.SYNTAX, "SYN 8")
        .refuses(2, 9, Fault.SYNTAX, "SYN 8 new")
        .refuses(10, 12, Fault.SYNTAX, "SYN 8 0")
        .upTo(8, "LST 9 RL", new AskList(id(9), ContactList.REVERSE))
        .between(7, 8, "LSG 9", new AskGroups(id(9)))
        .upTo(
            9,
            "ADD 10 AL ben@example.com Ben%20B",
            new AddContact(id(10), ContactList.ALLOW, BEN, text("Ben%20B"), Optional.empty()))
        .between(
            7,
            9,
            "ADD 10 FL ben@example.com Ben 1",
            new AddContact(id(10), ContactList.FORWARD, BEN, text("Ben"), Optional.of("1")))
        .alsoReads(
            2,
            6,
            "ADD 10 FL ben@example.com Ben 1",
            new AddContact(id(10), ContactList.FORWARD, BEN, text("Ben"), Optional.empty()))
        .refuses(2, 9, Fault.CHOICE, "ADD 10 XL ben@example.com Ben")
        .refuses(2, 9, Fault.ADDRESS, "ADD 10 FL ben Ben")
        .refuses(2, 9, Fault.SYNTAX, "ADD 10 FL ben@example.com")
        .upTo(
            12,
            "REM 11 BL ben@example.com",
            new RemoveContact(id(11), ContactList.BLOCK, "ben@example.com", Optional.empty()))
        .upTo(
            9,
            "REM 11 FL ben@example.com",
            new RemoveContact(id(11), ContactList.FORWARD, "ben@example.com", Optional.empty()))
        .between(
            7,
            9,
            "REM 11 FL ben@example.com 1",
            new RemoveContact(id(11), ContactList.FORWARD, "ben@example.com", Optional.of("1")))
        .refuses(2, 9, Fault.ADDRESS, "REM 11 FL ben")
        .refuses(2, 12, Fault.ADDRESS, "REM 11 AL ben")
        .upTo(
            9,
            "REA 12 anna@example.com Anna%20B",
            new Rename(id(12), address("anna@example.com"), text("Anna%20B")));
  }

  private static void namedPeople(CodecTable<ClientCommand> table) {
    table
        .between(
            10,
            12,
            "ADC 10 FL N=ben@example.com F=Ben%20B",
            added(ContactList.FORWARD, Optional.of(BEN), Optional.of("Ben%20B")))
        .between(
            10,
            12,
            "ADC 10 AL N=ben@example.com",
            added(ContactList.ALLOW, Optional.of(BEN), Optional.empty()))
        .between(
            11,
            12,
            "ADC 10 RL N=ben@example.com",
            added(ContactList.REVERSE, Optional.of(BEN), Optional.empty()))
        .between(
            10,
            12,
            "ADC 10 FL C=" + GUID + " " + OTHER_GUID,
            new AddPerson(
                id(10),
                ContactList.FORWARD,
                Optional.empty(),
                Optional.empty(),
                Optional.of(GUID),
                Optional.of(OTHER_GUID)))
        .alsoReads(
            10,
            12,
            "adc 10 fl f=Ben n=Ben@Example.com",
            added(ContactList.FORWARD, Optional.of(BEN), Optional.of("Ben")))
        .alsoReads(
            10,
            12,
            "ADC 10 FL N=ben@example.com F=",
            added(ContactList.FORWARD, Optional.of(BEN), Optional.empty()))
        .refuses(10, 12, Fault.CHOICE, "ADC 10 XL N=ben@example.com")
        .refuses(10, 12, Fault.ADDRESS, "ADC 10 AL N=ben")
        .refuses(10, 12, Fault.SYNTAX, "ADC 10 FL F=Ben")
        .refuses(10, 12, Fault.SYNTAX, "ADC 10 FL X=ben@example.com")
        .refuses(10, 12, Fault.SYNTAX, "ADC 10 FL ben@example.com Ben")
        .between(
            10,
            12,
            "SBP 12 " + GUID + " MFN Benny%20B",
            new SetContact(id(12), GUID, "MFN", text("Benny%20B")))
        .refuses(10, 12, Fault.SYNTAX, "SBP 12 " + GUID + " MFN")
        .between(
            10,
            12,
            "REM 11 FL " + GUID,
            new RemoveContact(id(11), ContactList.FORWARD, GUID, Optional.empty()))
        .between(
            10,
            12,
            "REM 11 FL " + GUID + " " + OTHER_GUID,
            new RemoveContact(id(11), ContactList.FORWARD, GUID, Optional.of(OTHER_GUID)))
        .between(
            10,
            12,
            "REM 11 FL ben@example.com",
            new RemoveContact(id(11), ContactList.FORWARD, "ben@example.com", Optional.empty()))
        .between(
            11,
            12,
            "REM 11 PL ben@example.com",
            new RemoveContact(id(11), ContactList.PENDING, "ben@example.com", Optional.empty()));
  }

  private static AddPerson added(
      ContactList list, Optional<EmailAddress> who, Optional<String> name) {
    return new AddPerson(
        id(10), list, who, name.map(EncodedText::raw), Optional.empty(), Optional.empty());
  }

  private static void groups(CodecTable<ClientCommand> table) {
    table
        .between(7, 9, "ADG 13 Old%20friends 0", new AddGroup(id(13), text("Old%20friends")))
        .alsoReads(7, 9, "ADG 13 Friends", new AddGroup(id(13), text("Friends")))
        .between(10, 12, "ADG 13 Friends", new AddGroup(id(13), text("Friends")))
        .alsoReads(10, 12, "ADG 13 Friends 0", new AddGroup(id(13), text("Friends")))
        .between(7, 9, "REG 14 1 Friends 0", new RenameGroup(id(14), "1", text("Friends")))
        .alsoReads(7, 9, "REG 14 1 Friends", new RenameGroup(id(14), "1", text("Friends")))
        .between(
            10, 12, "REG 14 " + GUID + " Friends", new RenameGroup(id(14), GUID, text("Friends")))
        .alsoReads(
            10, 12, "REG 14 " + GUID + " Friends 0", new RenameGroup(id(14), GUID, text("Friends")))
        .between(7, 9, "RMG 15 1", new RemoveGroup(id(15), "1"))
        .between(10, 12, "RMG 15 " + GUID, new RemoveGroup(id(15), GUID))
        // COMPAT MSN Messenger 7.0: a group that it has just made goes by its name
        .between(10, 12, "RMG 15 New%20Group", new RemoveGroup(id(15), "New%20Group"))
        .refuses(7, 12, Fault.SYNTAX, "ADG 13")
        .refuses(7, 12, Fault.SYNTAX, "REG 14 1")
        .refuses(7, 12, Fault.SYNTAX, "RMG 15");
  }
}

package im.chrysalis.wire.command;

import static im.chrysalis.wire.command.Texts.address;
import static im.chrysalis.wire.command.Texts.id;
import static im.chrysalis.wire.command.Texts.text;

import im.chrysalis.values.AddNotice;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ServerEvent.*;
import java.util.List;
import java.util.Optional;

/** What servers say about lists: settings, people and groups, all of them or as they change. */
final class ServerListRows {
  private static final EmailAddress ANNA = address("anna@example.com");
  private static final EmailAddress BEN = address("ben@example.com");
  private static final String STAMP = "2005-04-23T18:57:44.8130000-07:00";
  private static final String GUID = "00000000-0000-0000-0000-00000000002a";
  private static final String GROUP = "f60efbe7-94af-4b16-b92a-10ac6cc8c6ef";
  private static final String OTHER_GROUP = "0d1f5a7e-94af-4b16-b92a-10ac6cc8c6ef";

  private ServerListRows() {}

  static void addTo(CodecTable<ServerEvent> table) {
    listByList(table);
    personByPerson(table);
    settings(table);
    properties(table);
    changes(table);
    groups(table);
  }

  private static void listByList(CodecTable<ServerEvent> table) {
    table
        .upTo(9, "SYN 8 27", new Synchronized(id(8), List.of("27"), Optional.empty()))
        .upTo(7, "LST 8 BL 27 0 0", new ListEmpty(id(8), ContactList.BLOCK, 27))
        .upTo(
            7,
            "LST 8 RL 27 1 2 ben@example.com Ben",
            new ContactListed(id(8), ContactList.REVERSE, 27, 1, 2, BEN, text("Ben"), List.of()))
        .between(
            2,
            6,
            "LST 8 FL 27 1 2 ben@example.com Ben",
            new ContactListed(id(8), ContactList.FORWARD, 27, 1, 2, BEN, text("Ben"), List.of()))
        .between(
            7,
            7,
            "LST 8 FL 27 1 2 ben@example.com Ben 0,1",
            new ContactListed(
                id(8), ContactList.FORWARD, 27, 1, 2, BEN, text("Ben"), List.of("0", "1")))
        .alsoReads(
            7,
            7,
            "LST 8 FL 27 1 2 ben@example.com Ben",
            new ContactListed(id(8), ContactList.FORWARD, 27, 1, 2, BEN, text("Ben"), List.of()))
        .refuses(2, 7, Fault.SYNTAX, "LST 8 RL 27")
        .refuses(2, 7, Fault.SYNTAX, "LST 8 RL 27 1 1")
        .between(
            7,
            7,
            "LSG 8 27 1 2 0 Other%20Contacts 0",
            new GroupListed(id(8), 27, 1, 2, "0", text("Other%20Contacts")));
  }

  private static void personByPerson(CodecTable<ServerEvent> table) {
    var stamps = List.of(STAMP, STAMP);
    var counts = Optional.of(new Announced(2, 1));
    table
        .between(8, 9, "SYN 8 27 2 1", new Synchronized(id(8), List.of("27"), counts))
        .between(
            10,
            12,
            "SYN 8 " + STAMP + " " + STAMP,
            new Synchronized(id(8), stamps, Optional.empty()))
        .between(
            10,
            12,
            "SYN 8 " + STAMP + " " + STAMP + " 2 1",
            new Synchronized(id(8), stamps, counts))
        .refuses(8, 9, Fault.SYNTAX, "SYN 8 27 2")
        .between(8, 9, "LSG 0 Other%20Contacts 0", group("0", "Other%20Contacts"))
        .between(10, 12, "LSG Old%20friends " + GROUP, group(GROUP, "Old%20friends"))
        .between(8, 9, "LST ben@example.com Ben 11 0,1", person("Ben", "", 11, List.of("0", "1")))
        .between(8, 9, "LST ben@example.com Ben 8", person("Ben", "", 8, List.of()))
        .between(
            10,
            11,
            "LST N=ben@example.com F=Ben C=" + GUID + " 11 " + GROUP + "," + OTHER_GROUP,
            person("Ben", GUID, 11, List.of(GROUP, OTHER_GROUP)))
        .between(
            10,
            11,
            "LST N=ben@example.com F=Ben C=" + GUID + " 3",
            person("Ben", GUID, 3, List.of()))
        .between(10, 11, "LST N=ben@example.com F=Ben 8", person("Ben", "", 8, List.of()))
        .between(10, 11, "LST N=ben@example.com 4", person("", "", 4, List.of()))
        .between(
            12,
            12,
            "LST N=ben@example.com F=Ben C=" + GUID + " 11 1 " + GROUP,
            person("Ben", GUID, 11, List.of(GROUP)))
        .between(12, 12, "LST N=ben@example.com F=Ben 16 1", person("Ben", "", 16, List.of()))
        .alsoReads(12, 12, "LST N=ben@example.com F=Ben 16", person("Ben", "", 16, List.of()))
        .refuses(8, 9, Fault.ADDRESS, "LST ben Ben 11")
        .refuses(8, 9, Fault.SYNTAX, "LST ben@example.com Ben many")
        .refuses(8, 9, Fault.SYNTAX, "LST ben@example.com Ben 256")
        .refuses(10, 12, Fault.SYNTAX, "LST F=Ben 11")
        .refuses(10, 12, Fault.SYNTAX, "LST N=ben@example.com");
  }

  private static GroupListed group(String word, String name) {
    return new GroupListed(TrId.UNASKED, 0, 0, 0, word, text(name));
  }

  private static PersonListed person(String name, String guid, int lists, List<String> groups) {
    return new PersonListed(BEN, given(name).map(EncodedText::raw), given(guid), lists, groups);
  }

  private static Optional<String> given(String word) {
    return word.isEmpty() ? Optional.empty() : Optional.of(word);
  }

  private static void settings(CodecTable<ServerEvent> table) {
    var silent = AddNotice.SILENT;
    var block = PrivacyDefault.BLOCK;
    table
        .upTo(9, "GTC 16 34 N", new AddNoticeIs(id(16), 34, silent, Place.REPLY))
        .between(10, 12, "GTC 16 N", new AddNoticeIs(id(16), 0, silent, Place.REPLY))
        .between(8, 12, "GTC N", new AddNoticeIs(TrId.UNASKED, 0, silent, Place.ROSTER))
        .upTo(9, "BLP 17 35 BL", new PrivacyDefaultIs(id(17), 35, block, Place.REPLY))
        .since(10, "BLP 17 BL", new PrivacyDefaultIs(id(17), 0, block, Place.REPLY))
        .between(8, 12, "BLP BL", new PrivacyDefaultIs(TrId.UNASKED, 0, block, Place.ROSTER))
        .since(10, "PRP 18 MFN Anna%20B", new OwnName(id(18), text("Anna%20B"), Place.REPLY))
        .between(10, 12, "PRP MFN Anna", new OwnName(TrId.UNASKED, text("Anna"), Place.ROSTER));
  }

  private static void properties(CodecTable<ServerEvent> table) {
    var phone = Optional.of(text("1%20333"));
    table
        .between(
            5,
            9,
            "PRP 18 36 PHM 1%20333",
            new PropertyIs(id(18), 36, Property.MOBILE_PHONE, phone, Place.REPLY))
        .between(
            5,
            9,
            "PRP 18 36 PHH",
            new PropertyIs(id(18), 36, Property.HOME_PHONE, Optional.empty(), Place.REPLY))
        .between(
            10,
            12,
            "PRP 18 PHM 1%20333",
            new PropertyIs(id(18), 0, Property.MOBILE_PHONE, phone, Place.REPLY))
        .between(
            10,
            12,
            "PRP 18 PHH",
            new PropertyIs(id(18), 0, Property.HOME_PHONE, Optional.empty(), Place.REPLY))
        .between(
            8,
            12,
            "PRP PHM 1%20333",
            new PropertyIs(TrId.UNASKED, 0, Property.MOBILE_PHONE, phone, Place.ROSTER))
        .between(
            5,
            9,
            "BPR 36 ben@example.com MOB Y",
            new ContactPropertyIs(
                36, Optional.of(BEN), Property.MOBILE_PAGES, Optional.of(text("Y")), Place.REPLY))
        .between(
            5,
            9,
            "BPR 36 ben@example.com PHW",
            new ContactPropertyIs(
                36, Optional.of(BEN), Property.WORK_PHONE, Optional.empty(), Place.REPLY))
        .between(
            10,
            12,
            "BPR ben@example.com PHW",
            new ContactPropertyIs(
                0, Optional.of(BEN), Property.WORK_PHONE, Optional.empty(), Place.REPLY))
        .between(
            8,
            12,
            "BPR PHM 1%20333",
            new ContactPropertyIs(0, Optional.empty(), Property.MOBILE_PHONE, phone, Place.ROSTER))
        // what real servers also tell, of web pages and the like
        .alsoReads(9, 9, "PRP 18 36 WWE 0", new Unknown("PRP 18 36 WWE 0"))
        .alsoReads(10, 12, "PRP 18 WWE 0", new Unknown("PRP 18 WWE 0"))
        .alsoReads(8, 12, "PRP WWE 0", new Unknown("PRP WWE 0"))
        .alsoReads(8, 12, "BPR HSB 1", new Unknown("BPR HSB 1"))
        .alsoReads(10, 12, "BPR ben@example.com HSB 1", new Unknown("BPR ben@example.com HSB 1"))
        .refuses(5, 9, Fault.SYNTAX, "BPR 36 ben@example.com")
        .refuses(5, 12, Fault.SYNTAX, "PRP 18")
        .alsoReads(2, 4, "BPR 36 ben@example.com PHW", new Unknown("BPR 36 ben@example.com PHW"));
  }

  private static void changes(CodecTable<ServerEvent> table) {
    table
        .upTo(
            9,
            "ADD 0 RL 12 anna@example.com Anna",
            new ContactAdded(id(0), ContactList.REVERSE, 12, ANNA, text("Anna"), Optional.empty()))
        .between(
            7,
            9,
            "ADD 10 FL 28 ben@example.com Ben 1",
            new ContactAdded(id(10), ContactList.FORWARD, 28, BEN, text("Ben"), Optional.of("1")))
        .between(
            10,
            12,
            "ADC 0 RL N=anna@example.com F=Anna",
            new PersonAdded(
                id(0),
                ContactList.REVERSE,
                Optional.of(ANNA),
                Optional.of(text("Anna")),
                Optional.empty(),
                Optional.empty()))
        .between(
            10,
            12,
            "ADC 10 FL N=ben@example.com F=Ben C=" + GUID,
            new PersonAdded(
                id(10),
                ContactList.FORWARD,
                Optional.of(BEN),
                Optional.of(text("Ben")),
                Optional.of(GUID),
                Optional.empty()))
        .between(
            10,
            12,
            "ADC 10 FL C=" + GUID + " " + GROUP,
            new PersonAdded(
                id(10),
                ContactList.FORWARD,
                Optional.empty(),
                Optional.empty(),
                Optional.of(GUID),
                Optional.of(GROUP)))
        .refuses(10, 12, Fault.ADDRESS, "ADC 0 RL N=anna F=Anna")
        .upTo(
            9,
            "REM 0 RL 13 anna@example.com",
            removed(0, ContactList.REVERSE, 13, "anna@example.com"))
        .between(
            10,
            12,
            "REM 0 RL anna@example.com",
            removed(0, ContactList.REVERSE, 0, "anna@example.com"))
        .between(
            7,
            9,
            "REM 11 FL 29 ben@example.com 1",
            new ContactRemoved(
                id(11), ContactList.FORWARD, 29, "ben@example.com", Optional.of("1")))
        .between(10, 12, "REM 11 FL " + GUID, removed(11, ContactList.FORWARD, 0, GUID))
        .between(
            10,
            12,
            "REM 11 FL " + GUID + " " + GROUP,
            new ContactRemoved(id(11), ContactList.FORWARD, 0, GUID, Optional.of(GROUP)))
        .upTo(
            9,
            "REA 12 30 anna@example.com Anna%20B",
            new Renamed(id(12), 30, ANNA, text("Anna%20B")))
        .between(
            10,
            12,
            "SBP 12 " + GUID + " MFN Benny",
            new ContactSet(id(12), GUID, "MFN", text("Benny")));
  }

  private static ContactRemoved removed(long id, ContactList list, long version, String who) {
    return new ContactRemoved(id(id), list, version, who, Optional.empty());
  }

  private static void groups(CodecTable<ServerEvent> table) {
    table
        .between(7, 9, "ADG 13 31 Friends 1 0", new GroupAdded(id(13), 31, text("Friends"), "1"))
        .between(
            10, 12, "ADG 13 Friends " + GROUP, new GroupAdded(id(13), 0, text("Friends"), GROUP))
        .alsoReads(
            10,
            12,
            "ADG 13 Friends " + GROUP + " 0",
            new GroupAdded(id(13), 0, text("Friends"), GROUP))
        .between(7, 9, "REG 14 32 1 Friends 0", new GroupRenamed(id(14), 32, "1", text("Friends")))
        .between(
            10,
            12,
            "REG 14 " + GROUP + " Friends",
            new GroupRenamed(id(14), 0, GROUP, text("Friends")))
        .between(7, 9, "RMG 15 33 1", new GroupRemoved(id(15), 33, "1"))
        .between(10, 12, "RMG 15 " + GROUP, new GroupRemoved(id(15), 0, GROUP));
  }
}

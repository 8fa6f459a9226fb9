package im.chrysalis.wire.command;

import static im.chrysalis.wire.command.Texts.address;
import static im.chrysalis.wire.command.Texts.bytes;
import static im.chrysalis.wire.command.Texts.id;
import static im.chrysalis.wire.command.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.values.AddNotice;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import im.chrysalis.values.Status;
import im.chrysalis.wire.Cutting;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.command.ClientCommand.*;
import im.chrysalis.wire.dialect.Dialect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientCommandsTest {
  private static final String ANSWER = "8ba1bb9d6dbf624fee31a2053af5fdd0";

  private final CodecTable<ClientCommand> table =
      new CodecTable<>(ClientCommands::read, ClientCommands::write, ClientCommands::payloads);

  @TestFactory
  Stream<DynamicTest> everyCommandIsReadAndWritten() {
    signIn();
    lists();
    settings();
    presenceAndConversations();
    sideCommands();
    return table.tests(ClientCommand.class);
  }

  private void signIn() {
    var details = List.of("0x0409", "winnt", "5.1", "i386", "MSMSGS", "4.6.0083", "MSMSGS");
    table
        .row("VER 1 MSNP7 MSNP6 CVR0", new OfferVersions(id(1), List.of("MSNP7", "MSNP6", "CVR0")))
        .alsoReads("ver 1 msnp7", new OfferVersions(id(1), List.of("msnp7")))
        .between(
            2,
            3,
            "CVR 2 0x0409 winnt 5.1 i386 MSMSGS 4.6.0083",
            new DescribeClient(id(2), "CVR", "4.6.0083", details.subList(0, 6)))
        .since(
            4,
            "CVR 2 0x0409 winnt 5.1 i386 MSMSGS 4.6.0083 MSMSGS",
            new DescribeClient(id(2), "CVR", "4.6.0083", details))
        .since(
            4,
            "CVQ 2 0x0409 winnt 5.1 i386 MSMSGS 4.6.0083 MSMSGS",
            new DescribeClient(id(2), "CVQ", "4.6.0083", details))
        .refuses(Fault.SYNTAX, "CVR 2 0x0409 winnt 5.1 i386 MSMSGS")
        .row("INF 3", new AskSecurityPackage(id(3)))
        .row("USR 4 MD5 I Anna@example.com", new StartSignIn(id(4), "MD5", "Anna@example.com"))
        .row("USR 5 MD5 S 0dc38e0c", new ProveSignIn(id(5), "MD5", List.of("0dc38e0c")))
        .alsoReads("USR 4 md5 i anna", new StartSignIn(id(4), "md5", "anna"))
        .refuses(Fault.SYNTAX, "USR 4 MD5")
        .refuses(Fault.SYNTAX, "USR 4 MD5 I")
        .refuses(Fault.SYNTAX, "USR 4 MD5 X anna@example.com")
        .refuses(Fault.TRANSACTION, "USR MD5 I I anna@example.com");
  }

  private void lists() {
    table
        .row("SYN 8 27", new Synchronize(id(8), List.of("27")))
        .refuses(Fault.SYNTAX, "SYN 8")
        .refuses(Fault.SYNTAX, "SYN 8 new")
        .row("LST 9 RL", new AskList(id(9), ContactList.REVERSE))
        .since(7, "LSG 9", new AskGroups(id(9)))
        .between(2, 6, "LSG 9", new Unknown(Optional.of(id(9)), "LSG"))
        .row(
            "ADD 10 AL ben@example.com Ben%20B",
            new AddContact(
                id(10),
                ContactList.ALLOW,
                address("ben@example.com"),
                text("Ben%20B"),
                Optional.empty()))
        .since(
            7,
            "ADD 10 FL ben@example.com Ben 1",
            new AddContact(
                id(10),
                ContactList.FORWARD,
                address("ben@example.com"),
                text("Ben"),
                Optional.of("1")))
        .alsoReads(
            2,
            6,
            "ADD 10 FL ben@example.com Ben 1",
            new AddContact(
                id(10),
                ContactList.FORWARD,
                address("ben@example.com"),
                text("Ben"),
                Optional.empty()))
        .refuses(Fault.CHOICE, "ADD 10 XL ben@example.com Ben")
        .refuses(Fault.ADDRESS, "ADD 10 FL ben Ben")
        .refuses(Fault.SYNTAX, "ADD 10 FL ben@example.com")
        .row(
            "REM 11 BL ben@example.com",
            new RemoveContact(id(11), ContactList.BLOCK, "ben@example.com", Optional.empty()))
        .since(
            7,
            "REM 11 FL ben@example.com 1",
            new RemoveContact(id(11), ContactList.FORWARD, "ben@example.com", Optional.of("1")))
        .refuses(Fault.ADDRESS, "REM 11 FL ben")
        .row(
            "REA 12 anna@example.com Anna%20B",
            new Rename(id(12), address("anna@example.com"), text("Anna%20B")))
        .since(7, "ADG 13 Old%20friends 0", new AddGroup(id(13), text("Old%20friends")))
        .alsoReads(7, 7, "ADG 13 Friends", new AddGroup(id(13), text("Friends")))
        .since(7, "REG 14 1 Friends 0", new RenameGroup(id(14), "1", text("Friends")))
        .since(7, "RMG 15 1", new RemoveGroup(id(15), "1"));
  }

  private void settings() {
    table
        .row("GTC 16 N", new SetAddNotice(id(16), AddNotice.SILENT))
        .refuses(Fault.CHOICE, "GTC 16 Y")
        .row("BLP 17 BL", new SetPrivacyDefault(id(17), PrivacyDefault.BLOCK))
        .refuses(Fault.CHOICE, "BLP 17 RL")
        .since(
            5,
            "PRP 18 PHM 1%20(222)%20333",
            new SetProperty(id(18), Property.MOBILE_PHONE, Optional.of(text("1%20(222)%20333"))))
        .since(5, "PRP 18 PHM", new SetProperty(id(18), Property.MOBILE_PHONE, Optional.empty()))
        .since(
            5,
            "PRP 18 MOB Y",
            new SetProperty(id(18), Property.MOBILE_PAGES, Optional.of(text("Y"))))
        .refusesSince(5, Fault.CHOICE, "PRP 18 MOB yes")
        .refusesSince(5, Fault.LIMIT, "PRP 18 PHH " + "1".repeat(96))
        .refusesSince(5, Fault.SYNTAX, "PRP 18")
        .alsoReads(5, 7, "PRP 18 MFN Anna", new Unknown(Optional.of(id(18)), "PRP"))
        .alsoReads(2, 4, "PRP 18 PHM 1", new Unknown(Optional.of(id(18)), "PRP"));
  }

  private void presenceAndConversations() {
    table
        .row("CHG 9 AWY", SetStatus.of(id(9), Status.AWAY))
        .alsoReads(
            "CHG 9 nln 0",
            new SetStatus(
                id(9), Status.ONLINE, Capabilities.NONE, Optional.empty(), List.of("nln", "0")))
        .refuses(Fault.SYNTAX, "CHG 9")
        .refuses(Fault.CHOICE, "CHG 9 GONE")
        .since(
            6,
            "QRY 10 msmsgs@msnmsgr.com 32\r\n" + ANSWER,
            new AnswerChallenge(id(10), "msmsgs@msnmsgr.com", ANSWER))
        .refusesSince(6, Fault.LIMIT, "QRY 10 msmsgs@msnmsgr.com 33\r\n" + ANSWER + "0")
        .refusesSince(6, Fault.LIMIT, "QRY 10 msmsgs@msnmsgr.com 31\r\n")
        .refusesSince(6, Fault.STREAM, "QRY 10 32")
        .refusesSince(6, Fault.STREAM, "QRY 10 msmsgs@msnmsgr.com many")
        .row("PNG", new Ping())
        .since(3, "IMS 19 OFF", new AcceptInvitations(id(19), false))
        .since(3, "IMS 19 ON", new AcceptInvitations(id(19), true))
        .refusesSince(3, Fault.CHOICE, "IMS 19 MAYBE")
        .row("XFR 15 SB", new AskSwitchboard(id(15)))
        .refuses(Fault.CHOICE, "XFR 15 NS")
        .row("OUT", new SignOut())
        .row("XYZ 3", new Unknown(Optional.of(id(3)), "XYZ"))
        .row("XYZ", new Unknown(Optional.empty(), "XYZ"))
        .row("CAL", new Misplaced("CAL"))
        .alsoReads("MSG 3 A 5", new Misplaced("MSG"))
        .alsoReads("NLN AWY ben@example.com Ben", new Misplaced("NLN"));
  }

  private void sideCommands() {
    Map<String, EncodedText> facts = new LinkedHashMap<>();
    facts.put("fname", text("Ben"));
    facts.put("lname", text("Baker%20B"));
    facts.put("city", text("*"));
    facts.put("state", text(""));
    table
        .row("URL 20 INBOX", new AskPage(id(20), "INBOX", List.of()))
        .row(
            "URL 20 COMPOSE ben@example.com",
            new AskPage(id(20), "COMPOSE", List.of("ben@example.com")))
        .row("FND 21 fname=Ben lname=Baker%20B city=* state=", new FindPeople(id(21), facts))
        .refuses(Fault.SYNTAX, "FND 21 Ben")
        .row(
            "SND 22 ben@example.com",
            new InviteFriend(id(22), "SND", "ben@example.com", List.of(), bytes("")))
        .since(
            3,
            "SND 22 ben@example.com 0x0409 MSMSGS",
            new InviteFriend(
                id(22), "SND", "ben@example.com", List.of("0x0409", "MSMSGS"), bytes("")))
        .since(
            4,
            "SND 22 1 0x0409 MSMSGS MSMSGS",
            new InviteFriend(id(22), "SND", "1", List.of("0x0409", "MSMSGS", "MSMSGS"), bytes("")))
        .since(
            5,
            "SDC 22 ben@example.com 0x0409 MSMSGS MSMSGS X X Anna 5\r\nHello",
            new InviteFriend(
                id(22),
                "SDC",
                "ben@example.com",
                List.of("0x0409", "MSMSGS", "MSMSGS", "X", "X", "Anna"),
                bytes("Hello")))
        .refusesSince(5, Fault.LIMIT, "SDC 22 ben@example.com 0x0409 MSMSGS MSMSGS X X Anna 1025")
        .refusesSince(5, Fault.STREAM, "SDC 22 5")
        .since(
            5,
            "PAG 23 ben@example.com 7\r\n<PAGE/>",
            new SendPage(id(23), "PAG", "ben@example.com", bytes("<PAGE/>")))
        .refusesSince(5, Fault.LIMIT, "PAG 23 ben@example.com 1025")
        .refusesSince(5, Fault.LIMIT, "PAG 23 ben@example.com 99999999999999999999");
  }

  @ParameterizedTest
  @CsvSource({
    "IMS 1 ON, 3",
    "PRP 1 PHH, 5",
    "QRY 1 x 32, 6",
    "SDC 1 a@b 0, 5",
    "PAG 1 a@b 0, 5",
    "LSG 1, 7",
    "ADG 1 x 0, 7",
    "REG 1 1 x 0, 7",
    "RMG 1 1, 7"
  })
  void aVerbThatTheDialectLacksIsUnknown(String line, int since) throws MalformedCommand {
    for (Dialect dialect : Dialect.SPOKEN) {
      if (dialect.number() < since) {
        var frame = Cutting.frame(line, ClientCommands.payloads(dialect));
        assertThat(ClientCommands.read(frame, dialect))
            .isEqualTo(new Unknown(Optional.of(id(1)), line.substring(0, 3)));
      }
    }
  }

  @Test
  void beforeAVersionIsAgreedOnlyItsChoiceAndTheEndAreKnown() throws MalformedCommand {
    assertThat(first("VER 1 MSNP7")).isEqualTo(new OfferVersions(id(1), List.of("MSNP7")));
    assertThat(first("CVQ 2 0x0409 win 4.10 i386 MSMSGS 1.0.0863"))
        .isInstanceOf(DescribeClient.class);
    assertThat(first("OUT")).isEqualTo(new SignOut());
    assertThat(first("CHG 3 NLN")).isEqualTo(new Unknown(Optional.of(id(3)), "CHG"));
    assertThat(ClientCommands.writeFirst(new OfferVersions(id(1), List.of("MSNP7", "CVR0"))))
        .hasToString("VER 1 MSNP7 CVR0");
  }

  @Test
  void addressesBecomeLowerCaseAndNamesStayAsTheyCame() throws MalformedCommand {
    var frame = Cutting.frame("REA 1 Anna@Example.COM j%c3%b6rg+", PayloadRule.LINES_ONLY);
    assertThat(ClientCommands.read(frame, Dialect.MSNP7))
        .isEqualTo(new Rename(id(1), address("anna@example.com"), text("j%c3%b6rg+")));
  }

  private static ClientCommand first(String line) throws MalformedCommand {
    return ClientCommands.readFirst(Cutting.frame(line, PayloadRule.LINES_ONLY));
  }
}

package im.chrysalis.wire.command;

import static im.chrysalis.wire.command.Texts.address;
import static im.chrysalis.wire.command.Texts.bytes;
import static im.chrysalis.wire.command.Texts.id;
import static im.chrysalis.wire.command.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.values.AddNotice;
import im.chrysalis.values.Capabilities;
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
    ClientListRows.addTo(table);
    ClientLaterRows.addTo(table);
    RoutedRows.addToClient(table);
    settings();
    presence();
    connection();
    sideCommands();
    return table.tests(ClientCommand.class);
  }

  private void signIn() {
    var details = List.of("0x0409", "winnt", "5.1", "i386", "MSMSGS", "4.6.0083", "MSMSGS");
    var withAccount =
        List.of(
            "0x0409", "winnt", "5.1", "i386", "MSNMSGR", "5.0.0544", "MSMSGS", "anna@example.com");
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
        .since(
            8,
            "CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 5.0.0544 MSMSGS anna@example.com",
            new DescribeClient(id(2), "CVR", "5.0.0544", withAccount))
        .refuses(Fault.SYNTAX, "CVR 2 0x0409 winnt 5.1 i386 MSMSGS")
        .upTo(7, "INF 3", new AskSecurityPackage(id(3)))
        .upTo(7, "USR 4 MD5 I Anna@example.com", new StartSignIn(id(4), "MD5", "Anna@example.com"))
        .upTo(7, "USR 5 MD5 S 0dc38e0c", new ProveSignIn(id(5), "MD5", List.of("0dc38e0c")))
        .between(
            8,
            14,
            "USR 4 TWN I Anna@example.com",
            new StartSignIn(id(4), "TWN", "Anna@example.com"))
        .between(
            8,
            14,
            "USR 5 TWN S t=53*1hAu!8A$$&p=5eKB",
            new ProveSignIn(id(5), "TWN", List.of("t=53*1hAu!8A$$&p=5eKB")))
        .alsoReads("USR 4 md5 i anna", new StartSignIn(id(4), "md5", "anna"))
        .refuses(Fault.SYNTAX, "USR 4 MD5")
        .refuses(Fault.SYNTAX, "USR 4 MD5 I")
        .refuses(Fault.SYNTAX, "USR 4 MD5 X anna@example.com")
        .refuses(Fault.TRANSACTION, "USR MD5 I I anna@example.com");
  }

  private void settings() {
    table
        .upTo(12, "GTC 16 N", new SetAddNotice(id(16), AddNotice.SILENT))
        .refuses(2, 12, Fault.CHOICE, "GTC 16 Y")
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
        .since(10, "PRP 18 MFN Anna%20B", new RenameSelf(id(18), text("Anna%20B")))
        .refusesSince(10, Fault.SYNTAX, "PRP 18 MFN")
        .alsoReads(5, 9, "PRP 18 MFN Anna", new Unknown(Optional.of(id(18)), "PRP"))
        .alsoReads(5, 18, "PRP 18 HSB 1", new Unknown(Optional.of(id(18)), "PRP"))
        .alsoReads(2, 4, "PRP 18 PHM 1", new Unknown(Optional.of(id(18)), "PRP"));
  }

  private void presence() {
    var able = Capabilities.of(268435492);
    var later = new Capabilities(2789003324L, 48);
    table
        .upTo(7, "CHG 9 AWY", SetStatus.of(id(9), Status.AWAY))
        .between(8, 15, "CHG 9 AWY 268435492", status("AWY 268435492", Status.AWAY, able))
        .between(
            9,
            15,
            "CHG 9 NLN 268435492 %3Cmsnobj%2F%3E",
            pictured("NLN 268435492 %3Cmsnobj%2F%3E", able))
        .between(
            16, 17, "CHG 9 HDN 2789003324:48", status("HDN 2789003324:48", Status.HIDDEN, later))
        .between(
            16,
            18,
            "CHG 9 NLN 2789003324:48 %3Cmsnobj%2F%3E",
            pictured("NLN 2789003324:48 %3Cmsnobj%2F%3E", later))
        .between(
            18,
            18,
            "CHG 9 HDN 2789003324:48 0",
            status("HDN 2789003324:48 0", Status.HIDDEN, later))
        .alsoReads(2, 7, "CHG 9 nln 0", status("nln 0", Status.ONLINE, Capabilities.NONE))
        // COMPAT BitlBee: without what it can do
        .alsoReads(8, 18, "CHG 9 NLN", status("NLN", Status.ONLINE, Capabilities.NONE))
        .alsoReads(8, 18, "CHG 9 NLN junk", status("NLN junk", Status.ONLINE, Capabilities.NONE))
        .alsoReads(9, 18, "CHG 9 NLN 268435492 0", status("NLN 268435492 0", Status.ONLINE, able))
        .refuses(2, 18, Fault.SYNTAX, "CHG 9")
        .refuses(2, 18, Fault.CHOICE, "CHG 9 GONE")
        .between(
            11,
            18,
            "UUX 11 13\r\n<Data></Data>",
            new SetPersonalData(id(11), bytes("<Data></Data>")))
        .between(11, 18, "UUX 11 0\r\n", new SetPersonalData(id(11), bytes("")))
        .refusesSince(11, Fault.LIMIT, "UUX 11 4097")
        .refusesSince(11, Fault.STREAM, "UUX 11")
        .refusesSince(11, Fault.STREAM, "UUX 11 many")
        .between(11, 12, "GCF 9 Shields.xml", new AskConfiguration(id(9), "Shields.xml"))
        .since(
            6,
            "QRY 10 msmsgs@msnmsgr.com 32\r\n" + ANSWER,
            new AnswerChallenge(id(10), "msmsgs@msnmsgr.com", ANSWER))
        .refusesSince(6, Fault.LIMIT, "QRY 10 msmsgs@msnmsgr.com 33\r\n" + ANSWER + "0")
        .refusesSince(6, Fault.LIMIT, "QRY 10 msmsgs@msnmsgr.com 31\r\n")
        .refusesSince(6, Fault.STREAM, "QRY 10 32")
        .refusesSince(6, Fault.STREAM, "QRY 10 msmsgs@msnmsgr.com many");
  }

  private static SetStatus status(String words, Status status, Capabilities capabilities) {
    return new SetStatus(id(9), status, capabilities, Optional.empty(), List.of(words.split(" ")));
  }

  private static SetStatus pictured(String words, Capabilities capabilities) {
    return new SetStatus(
        id(9),
        Status.ONLINE,
        capabilities,
        Optional.of("%3Cmsnobj%2F%3E"),
        List.of(words.split(" ")));
  }

  private void connection() {
    table
        .row("PNG", new Ping())
        .since(3, "IMS 19 OFF", new AcceptInvitations(id(19), false))
        .since(3, "IMS 19 ON", new AcceptInvitations(id(19), true))
        .refusesSince(3, Fault.CHOICE, "IMS 19 MAYBE")
        .upTo(18, "XFR 15 SB", new AskSwitchboard(id(15)))
        .alsoReads(2, 18, "xfr 15 sb", new AskSwitchboard(id(15)))
        .refuses(2, 18, Fault.CHOICE, "XFR 15 NS")
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
        .upTo(7, "FND 21 fname=Ben lname=Baker%20B city=* state=", new FindPeople(id(21), facts))
        .refuses(2, 7, Fault.SYNTAX, "FND 21 Ben")
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
        .refusesSince(5, Fault.LIMIT, "PAG 23 ben@example.com 99999999999999999999")
        .since(
            9,
            "PGD 23 tel:+15551234 1 7\r\n<PAGE/>",
            new SendPage(id(23), "PGD", "tel:+15551234", bytes("<PAGE/>")))
        .alsoReads(
            9,
            18,
            "PGD 23 ben@example.com 2 7\r\n<PAGE/>",
            new SendPage(id(23), "PGD", "ben@example.com", bytes("<PAGE/>")))
        .refusesSince(9, Fault.LIMIT, "PGD 23 ben@example.com 1 1025");
  }

  @ParameterizedTest
  @CsvSource({
    "INF 1, 2, 7",
    "IMS 1 ON, 3, 21",
    "PRP 1 PHH, 5, 21",
    "QRY 1 x 32, 6, 21",
    "SDC 1 a@b 0, 5, 21",
    "PAG 1 a@b 0, 5, 21",
    "PGD 1 a@b 1 0, 9, 21",
    "FND 1 fname=Ben, 2, 7",
    "SYN 1 0 0, 2, 12",
    "GTC 1 A, 2, 12",
    "LST 1 FL, 2, 8",
    "LSG 1, 7, 8",
    "ADD 1 FL a@b c, 2, 9",
    "REM 1 AL a@b, 2, 12",
    "REA 1 a@b c, 2, 9",
    "ADC 1 FL N=a@b, 10, 12",
    "SBP 1 x MFN c, 10, 12",
    "ADG 1 x 0, 7, 12",
    "REG 1 1 x 0, 7, 12",
    "RMG 1 1, 7, 12",
    "UUX 1 0, 11, 18",
    "GCF 1 Shields.xml, 11, 12",
    "ADL 1 0, 13, 21",
    "RML 1 0, 13, 21",
    "UUN 1 a@b 1 0, 13, 18",
    "FQY 1 0, 14, 21",
    "UUM 1 a@b 1 1 0, 14, 18",
    "CHG 1 NLN, 2, 18",
    "XFR 1 SB, 2, 18",
    "PUT 1 0, 18, 21",
    "DEL 1 0, 18, 21",
    "SDG 1 0, 18, 21"
  })
  void aVerbThatTheDialectLacksIsUnknown(String line, int first, int last) throws MalformedCommand {
    for (Dialect dialect : Dialects.ALL) {
      if (dialect.number() < first || dialect.number() > last) {
        var frame = Cutting.frame(line, ClientCommands.payloads(dialect));
        assertThat(ClientCommands.read(frame, dialect))
            .as(dialect.name())
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

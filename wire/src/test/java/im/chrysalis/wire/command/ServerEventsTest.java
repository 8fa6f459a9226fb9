package im.chrysalis.wire.command;

import static im.chrysalis.wire.command.Texts.address;
import static im.chrysalis.wire.command.Texts.bytes;
import static im.chrysalis.wire.command.Texts.id;
import static im.chrysalis.wire.command.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import im.chrysalis.values.AddNotice;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import im.chrysalis.values.Status;
import im.chrysalis.wire.Cutting;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.command.ServerEvent.*;
import im.chrysalis.wire.dialect.Dialect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ServerEventsTest {
  private static final EmailAddress ANNA = address("anna@example.com");
  private static final EmailAddress BEN = address("ben@example.com");

  private final CodecTable<ServerEvent> table =
      new CodecTable<>(ServerEvents::read, ServerEvents::write, ServerEvents::payloads);

  @TestFactory
  Stream<DynamicTest> everyEventIsReadAndWritten() {
    signIn();
    lists();
    settings();
    changes();
    presence();
    sideCommands();
    conversations();
    return table.tests(ServerEvent.class);
  }

  private void signIn() {
    table
        .row("VER 1 MSNP7", new VersionChosen(id(1), "MSNP7"))
        .row("VER 1 0", new VersionChosen(id(1), "0"))
        .row(
            "CVR 2 4.6.0083 4.6.0083 4.6.0000 http://example.com/setup http://example.com/",
            new ClientAdvice(
                id(2),
                "CVR",
                "4.6.0083",
                "4.6.0000",
                "http://example.com/setup",
                "http://example.com/"))
        .row(
            "CVQ 2 4.6.0083 4.6.0083 4.6.0000 http://example.com/setup http://example.com/",
            new ClientAdvice(
                id(2),
                "CVQ",
                "4.6.0083",
                "4.6.0000",
                "http://example.com/setup",
                "http://example.com/"))
        .row("INF 3 MD5", new SecurityPackage(id(3), "MD5"))
        .between(
            2,
            2,
            "XFR 4 NS 192.0.2.10:1863",
            new ReferredToNotification(id(4), "192.0.2.10:1863", ""))
        .between(
            3,
            6,
            "XFR 4 NS 192.0.2.10:1863 0",
            new ReferredToNotification(id(4), "192.0.2.10:1863", ""))
        .since(
            7,
            "XFR 4 NS 192.0.2.10:1863 0 192.0.2.1:1863",
            new ReferredToNotification(id(4), "192.0.2.10:1863", "192.0.2.1:1863"))
        .row(
            "USR 4 MD5 S 1013928519.693957190",
            new SignInChallenge(id(4), "MD5", "1013928519.693957190"))
        .between(
            2, 5, "USR 5 OK anna@example.com Anna", new SignedIn(id(5), ANNA, text("Anna"), true))
        .since(6, "USR 5 OK anna@example.com Anna 1", new SignedIn(id(5), ANNA, text("Anna"), true))
        .since(
            6, "USR 5 OK anna@example.com Anna 0", new SignedIn(id(5), ANNA, text("Anna"), false))
        .row("MSG Hotmail Hotmail 5\r\nHello", new ServerMessage(bytes("Hello")))
        .refuses(Fault.LIMIT, "MSG Hotmail Hotmail 65537")
        .refuses(Fault.STREAM, "MSG 5");
  }

  private void lists() {
    table
        .row("SYN 8 27", new Synchronized(id(8), List.of("27"), Optional.empty()))
        .row("LST 8 BL 27 0 0", new ListEmpty(id(8), ContactList.BLOCK, 27))
        .row(
            "LST 8 RL 27 1 2 ben@example.com Ben",
            new ContactListed(id(8), ContactList.REVERSE, 27, 1, 2, BEN, text("Ben"), List.of()))
        .between(
            2,
            6,
            "LST 8 FL 27 1 2 ben@example.com Ben",
            new ContactListed(id(8), ContactList.FORWARD, 27, 1, 2, BEN, text("Ben"), List.of()))
        .since(
            7,
            "LST 8 FL 27 1 2 ben@example.com Ben 0,1",
            new ContactListed(
                id(8), ContactList.FORWARD, 27, 1, 2, BEN, text("Ben"), List.of("0", "1")))
        .alsoReads(
            7,
            7,
            "LST 8 FL 27 1 2 ben@example.com Ben",
            new ContactListed(id(8), ContactList.FORWARD, 27, 1, 2, BEN, text("Ben"), List.of()))
        .refuses(Fault.SYNTAX, "LST 8 RL 27")
        .refuses(Fault.SYNTAX, "LST 8 RL 27 1 1")
        .since(
            7,
            "LSG 8 27 1 2 0 Other%20Contacts 0",
            new GroupListed(id(8), 27, 1, 2, "0", text("Other%20Contacts")));
  }

  private void settings() {
    table
        .row("GTC 16 34 N", new AddNoticeIs(id(16), 34, AddNotice.SILENT, Place.REPLY))
        .row("BLP 17 35 BL", new PrivacyDefaultIs(id(17), 35, PrivacyDefault.BLOCK, Place.REPLY))
        .since(
            5,
            "PRP 18 36 PHM 1%20333",
            new PropertyIs(
                id(18), 36, Property.MOBILE_PHONE, Optional.of(text("1%20333")), Place.REPLY))
        .since(
            5,
            "PRP 18 36 PHH",
            new PropertyIs(id(18), 36, Property.HOME_PHONE, Optional.empty(), Place.REPLY))
        .since(
            5,
            "BPR 36 ben@example.com MOB Y",
            new ContactPropertyIs(
                36, Optional.of(BEN), Property.MOBILE_PAGES, Optional.of(text("Y")), Place.REPLY))
        .since(
            5,
            "BPR 36 ben@example.com PHW",
            new ContactPropertyIs(
                36, Optional.of(BEN), Property.WORK_PHONE, Optional.empty(), Place.REPLY))
        .alsoReads(2, 4, "BPR 36 ben@example.com PHW", new Unknown("BPR 36 ben@example.com PHW"));
  }

  private void changes() {
    table
        .row(
            "ADD 0 RL 12 anna@example.com Anna",
            new ContactAdded(id(0), ContactList.REVERSE, 12, ANNA, text("Anna"), Optional.empty()))
        .since(
            7,
            "ADD 10 FL 28 ben@example.com Ben 1",
            new ContactAdded(id(10), ContactList.FORWARD, 28, BEN, text("Ben"), Optional.of("1")))
        .row(
            "REM 0 RL 13 anna@example.com",
            new ContactRemoved(
                id(0), ContactList.REVERSE, 13, "anna@example.com", Optional.empty()))
        .since(
            7,
            "REM 11 FL 29 ben@example.com 1",
            new ContactRemoved(
                id(11), ContactList.FORWARD, 29, "ben@example.com", Optional.of("1")))
        .row("REA 12 30 anna@example.com Anna%20B", new Renamed(id(12), 30, ANNA, text("Anna%20B")))
        .since(7, "ADG 13 31 Friends 1 0", new GroupAdded(id(13), 31, text("Friends"), "1"))
        .since(7, "REG 14 32 1 Friends 0", new GroupRenamed(id(14), 32, "1", text("Friends")))
        .since(7, "RMG 15 33 1", new GroupRemoved(id(15), 33, "1"));
  }

  private void presence() {
    table
        .row("CHG 9 nln", new StatusSet(id(9), List.of("nln")))
        .row("ILN 9 AWY ben@example.com Ben", new InitialPresence(id(9), ben(Status.AWAY)))
        .row("NLN BSY ben@example.com Ben", new Presence(ben(Status.BUSY)))
        .refuses(Fault.CHOICE, "NLN XXX ben@example.com Ben")
        .row("FLN ben@example.com", new WentOffline(BEN))
        .refuses(Fault.ADDRESS, "FLN ben")
        .since(6, "CHL 0 15570131571988941333", new Challenge("15570131571988941333"))
        .since(6, "QRY 10", new ChallengePassed(id(10)))
        .alsoReads(2, 5, "CHL 0 15", new Unknown("CHL 0 15"))
        .row("QNG", new Pong(0))
        .row("OUT OTH", new SignedOut("OTH"))
        .alsoReads("OUT", new SignedOut(""))
        .row("217 2", new Refused(217, Optional.of(id(2))))
        .row("540", new Refused(540, Optional.empty()))
        .row("XYZ 1 two", new Unknown("XYZ 1 two"))
        .alsoReads("xyz  1 two ", new Unknown("XYZ 1 two"));
  }

  private void sideCommands() {
    Map<String, EncodedText> facts = new LinkedHashMap<>();
    facts.put("fname", text("Ben"));
    facts.put("country", text("US"));
    table
        .since(5, "NOT 7\r\n<ALERT>", new Alert(bytes("<ALERT>")))
        .since(5, "IPG 7\r\n<PAGE/>", new PageReceived(bytes("<PAGE/>")))
        .refusesSince(5, Fault.LIMIT, "NOT 65537")
        .refusesSince(5, Fault.STREAM, "IPG")
        .alsoReads(2, 4, "NOT 7", new Unknown("NOT 7"))
        .since(3, "IMS 19 0 OFF", new InvitationsAccepted(id(19), false))
        .between(
            2,
            2,
            "URL 20 / http://example.com/",
            new PageAddress(id(20), "/", "http://example.com/", 0))
        .since(
            3,
            "URL 20 / http://example.com/ 2",
            new PageAddress(id(20), "/", "http://example.com/", 2))
        .row("FND 21 0 0", new PersonFound(id(21), 0, 0, Map.of()))
        .row("FND 21 1 2 fname=Ben country=US", new PersonFound(id(21), 1, 2, facts))
        .row("SND 22 OK", new FriendInvited(id(22), "SND"))
        .since(5, "SDC 22 OK", new FriendInvited(id(22), "SDC"));
  }

  private void conversations() {
    table
        .row(
            "XFR 15 SB 192.0.2.20:1865 CKI 17262740.105",
            new ReferredToSwitchboard(id(15), "192.0.2.20:1865", "17262740.105"))
        .refuses(Fault.CHOICE, "XFR 15 XX 192.0.2.20:1865")
        .row(
            "RNG 11752013 192.0.2.20:1865 CKI 849.491 anna@example.com Anna",
            new Ringing(11752013, "192.0.2.20:1865", "849.491", ANNA, text("Anna")));
  }

  @Test
  void aReferralOfANewerServerIsUnderstood() throws MalformedCommand {
    var frame = Cutting.frame("XFR 4 NS 192.0.2.10:1863 0 192.0.2.1:1863", PayloadRule.LINES_ONLY);
    assertThat(ServerEvents.read(frame, Dialect.MSNP2))
        .isEqualTo(new ReferredToNotification(id(4), "192.0.2.10:1863", "192.0.2.1:1863"));
  }

  @Test
  void aContactInNoGroupIsWrittenInGroup0() {
    var listed =
        new ContactListed(id(8), ContactList.FORWARD, 27, 1, 1, BEN, text("Ben"), List.of());
    assertThat(ServerEvents.write(listed, Dialect.MSNP7))
        .hasToString("LST 8 FL 27 1 1 ben@example.com Ben 0");
  }

  @Test
  void anEndWithoutAReasonIsNeverWritten() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerEvents.write(new SignedOut(""), Dialect.MSNP7));
  }

  @Test
  void refusalsAlwaysHaveThreeDigits() {
    assertThat(ServerEvents.writeFirst(new Refused(7, Optional.empty()))).hasToString("007");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerEvents.writeFirst(new Refused(1000, Optional.empty())));
  }

  @Test
  void beforeAVersionIsAgreedOnlyItsChoiceAndTheEndAreKnown() throws MalformedCommand {
    assertThat(first("VER 1 MSNP7")).isEqualTo(new VersionChosen(id(1), "MSNP7"));
    assertThat(first("CVQ 2 1 1 1 a b")).isInstanceOf(ClientAdvice.class);
    assertThat(first("OUT SSD")).isEqualTo(new SignedOut("SSD"));
    assertThat(first("601 2")).isEqualTo(new Refused(601, Optional.of(id(2))));
    assertThat(first("INF 2 MD5")).isEqualTo(new Unknown("INF 2 MD5"));
  }

  private static Appearance ben(Status status) {
    return new Appearance(BEN, text("Ben"), status, Capabilities.NONE, Optional.empty());
  }

  private static ServerEvent first(String line) throws MalformedCommand {
    return ServerEvents.readFirst(Cutting.frame(line, PayloadRule.LINES_ONLY));
  }
}

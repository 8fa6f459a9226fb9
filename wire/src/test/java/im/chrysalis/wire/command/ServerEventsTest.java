package im.chrysalis.wire.command;

import static im.chrysalis.wire.command.Texts.address;
import static im.chrysalis.wire.command.Texts.bytes;
import static im.chrysalis.wire.command.Texts.id;
import static im.chrysalis.wire.command.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import im.chrysalis.values.AddNotice;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Property;
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
    ServerListRows.addTo(table);
    ServerLaterRows.addTo(table);
    ServerPresenceRows.addTo(table);
    RoutedRows.addToServer(table);
    connection();
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
        .upTo(7, "INF 3 MD5", new SecurityPackage(id(3), "MD5"))
        .upTo(
            2, "XFR 4 NS 192.0.2.10:1863", new ReferredToNotification(id(4), "192.0.2.10:1863", ""))
        .between(
            3,
            6,
            "XFR 4 NS 192.0.2.10:1863 0",
            new ReferredToNotification(id(4), "192.0.2.10:1863", ""))
        .between(
            7,
            12,
            "XFR 4 NS 192.0.2.10:1863 0 192.0.2.1:1863",
            new ReferredToNotification(id(4), "192.0.2.10:1863", "192.0.2.1:1863"))
        .between(
            13,
            18,
            "XFR 4 NS 192.0.2.10:1863 U D",
            new ReferredToNotification(id(4), "192.0.2.10:1863", ""))
        .since(
            21,
            "XFR 4 NS 192.0.2.10:1863 U D VmVyc2lvbjogMQ0KWGZyQ291bnQ6IDINCg==",
            new ReferredToNotification(id(4), "192.0.2.10:1863", ""))
        .upTo(
            7,
            "USR 4 MD5 S 1013928519.693957190",
            new SignInChallenge(id(4), "MD5", "1013928519.693957190"))
        .between(
            8,
            14,
            "USR 4 TWN S lc=1033,id=507,tw=40,ru=http%3A%2F%2Fexample%2Ecom,ct=1,kpp=1,kv=5",
            new SignInChallenge(
                id(4), "TWN", "lc=1033,id=507,tw=40,ru=http%3A%2F%2Fexample%2Ecom,ct=1,kpp=1,kv=5"))
        .upTo(5, "USR 5 OK anna@example.com Anna", signedIn("Anna", true))
        .between(6, 7, "USR 5 OK anna@example.com Anna 1", signedIn("Anna", true))
        .between(6, 7, "USR 5 OK anna@example.com Anna 0", signedIn("Anna", false))
        .between(8, 9, "USR 5 OK anna@example.com Anna 1 0", signedIn("Anna", true))
        .between(8, 9, "USR 5 OK anna@example.com Anna 0 0", signedIn("Anna", false))
        .since(10, "USR 5 OK anna@example.com 1 0", signedIn("anna@example.com", true))
        .between(10, 17, "USR 5 OK anna@example.com 0 0", signedIn("anna@example.com", false))
        .alsoWrites(18, 21, "USR 5 OK anna@example.com 0 0", signedIn("anna@example.com", false))
        .row("MSG Hotmail Hotmail 5\r\nHello", new ServerMessage(bytes("Hello")))
        .refuses(Fault.LIMIT, "MSG Hotmail Hotmail 65537")
        .refuses(Fault.STREAM, "MSG 5");
  }

  private static SignedIn signedIn(String name, boolean verified) {
    return new SignedIn(id(5), ANNA, text(name), verified);
  }

  private void connection() {
    table
        .since(6, "CHL 0 15570131571988941333", new Challenge("15570131571988941333"))
        .since(6, "QRY 10", new ChallengePassed(id(10)))
        .alsoReads(2, 5, "CHL 0 15", new Unknown("CHL 0 15"))
        .upTo(8, "QNG", new Pong(0))
        .since(9, "QNG 50", new Pong(50))
        .alsoReads("QNG", new Pong(0))
        .row("OUT OTH", new SignedOut("OTH"))
        .alsoReads("OUT", new SignedOut(""))
        .upTo(18, "217 2", new Refused(217, Optional.of(id(2))))
        // COMPAT MSNPSharp: it takes the id for a length
        .since(21, "217 2 0", new Refused(217, Optional.of(id(2))))
        .row("911 2", new Refused(911, Optional.of(id(2))))
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
        .upTo(
            2,
            "URL 20 / http://example.com/",
            new PageAddress(id(20), "/", "http://example.com/", 0))
        .since(
            3,
            "URL 20 / http://example.com/ 2",
            new PageAddress(id(20), "/", "http://example.com/", 2))
        .upTo(7, "FND 21 0 0", new PersonFound(id(21), 0, 0, Map.of()))
        .upTo(7, "FND 21 1 2 fname=Ben country=US", new PersonFound(id(21), 1, 2, facts))
        .row("SND 22 OK", new FriendInvited(id(22), "SND"))
        .since(5, "SDC 22 OK", new FriendInvited(id(22), "SDC"));
  }

  private void conversations() {
    var referred = new ReferredToSwitchboard(id(15), "192.0.2.20:1865", "17262740.105");
    var ringing = new Ringing(11752013, "192.0.2.20:1865", "849.491", ANNA, text("Anna"));
    String referral = "XFR 15 SB 192.0.2.20:1865 CKI 17262740.105";
    String rings = "RNG 11752013 192.0.2.20:1865 CKI 849.491 anna@example.com Anna";
    table
        .upTo(12, referral, referred)
        .between(13, 13, referral + " U messenger.msn.com", referred)
        .since(14, referral + " U messenger.msn.com 1", referred)
        .alsoReads(referral, referred)
        .refuses(Fault.CHOICE, "XFR 15 XX 192.0.2.20:1865")
        .upTo(12, rings, ringing)
        .between(13, 13, rings + " U messenger.msn.com", ringing)
        .between(14, 18, rings + " U messenger.msn.com 1", ringing)
        .alsoReads(2, 18, rings, ringing);
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
  void aContactOfALaterDialectInNoGroupHasNoWordForIt() {
    var listed = new PersonListed(BEN, Optional.of(text("Ben")), Optional.empty(), 3, List.of());
    assertThat(ServerEvents.write(listed, Dialect.MSNP8))
        .hasToString("LST ben@example.com Ben 3 0");
    assertThat(ServerEvents.write(listed, Dialect.MSNP11))
        .hasToString("LST N=ben@example.com F=Ben 3");
    assertThat(ServerEvents.write(listed, Dialect.MSNP12))
        .hasToString("LST N=ben@example.com F=Ben 3 1");
  }

  @Test
  void upToMsnp7TheListsHaveTheLinesOfAReply() {
    assertThat(
            ServerEvents.write(
                new AddNoticeIs(id(8), 27, AddNotice.ASK, Place.ROSTER), Dialect.MSNP7))
        .hasToString("GTC 8 27 A");
    assertThat(
            ServerEvents.write(
                new ContactPropertyIs(
                    27, Optional.of(BEN), Property.HOME_PHONE, Optional.empty(), Place.ROSTER),
                Dialect.MSNP7))
        .hasToString("BPR 27 ben@example.com PHH");
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

  private static ServerEvent first(String line) throws MalformedCommand {
    return ServerEvents.readFirst(Cutting.frame(line, PayloadRule.LINES_ONLY));
  }
}

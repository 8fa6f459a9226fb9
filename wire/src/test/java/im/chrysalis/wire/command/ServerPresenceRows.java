package im.chrysalis.wire.command;

import static im.chrysalis.wire.command.Texts.address;
import static im.chrysalis.wire.command.Texts.bytes;
import static im.chrysalis.wire.command.Texts.id;
import static im.chrysalis.wire.command.Texts.text;

import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.command.ServerEvent.*;
import im.chrysalis.wire.routed.RoutedAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What servers say about who is there, and what they tell. */
final class ServerPresenceRows {
  private static final EmailAddress BEN = address("ben@example.com");
  private static final RoutedAddress CHOIR =
      RoutedAddress.circle(new UUID(0, 0x0009_0000_0000_ABCDL));

  private ServerPresenceRows() {}

  static void addTo(CodecTable<ServerEvent> table) {
    presence(table);
    personalData(table);
  }

  private static void presence(CodecTable<ServerEvent> table) {
    var able = Capabilities.of(268435492);
    var later = new Capabilities(2789003324L, 48);
    table
        .upTo(18, "CHG 9 nln", new StatusSet(id(9), List.of("nln")))
        .between(
            9,
            18,
            "CHG 9 NLN 268435492 %3C",
            new StatusSet(id(9), List.of("NLN", "268435492", "%3C")))
        .upTo(7, "ILN 9 AWY ben@example.com Ben", initial(ben(Capabilities.NONE)))
        .between(8, 13, "ILN 9 AWY ben@example.com Ben 268435492", initial(ben(able)))
        .between(9, 13, "ILN 9 AWY ben@example.com Ben 268435492 %3C", initial(pictured(able)))
        .between(14, 15, "ILN 9 AWY ben@example.com 1 Ben 268435492", initial(ben(able)))
        .between(14, 15, "ILN 9 AWY ben@example.com 1 Ben 268435492 %3C", initial(pictured(able)))
        .between(16, 17, "ILN 9 AWY ben@example.com 1 Ben 2789003324:48", initial(ben(later)))
        .between(
            16, 17, "ILN 9 AWY ben@example.com 1 Ben 2789003324:48 %3C", initial(pictured(later)))
        // COMPAT Pidgin
        .alsoWrites(18, 18, "NLN AWY 1:ben@example.com Ben 2789003324:48 0", initial(ben(later)))
        .upTo(7, "NLN AWY ben@example.com Ben", new Presence(ben(Capabilities.NONE)))
        .between(8, 13, "NLN AWY ben@example.com Ben 268435492", new Presence(ben(able)))
        .between(8, 13, "NLN AWY ben@example.com Ben 0", new Presence(ben(Capabilities.NONE)))
        .between(9, 13, "NLN AWY ben@example.com Ben 268435492 %3C", new Presence(pictured(able)))
        .alsoReads(9, 13, "NLN AWY ben@example.com Ben 268435492 0", new Presence(ben(able)))
        .alsoReads(8, 13, "NLN AWY ben@example.com Ben", new Presence(ben(Capabilities.NONE)))
        .between(14, 15, "NLN AWY ben@example.com 1 Ben 268435492", new Presence(ben(able)))
        .between(
            14, 15, "NLN AWY ben@example.com 1 Ben 268435492 %3C", new Presence(pictured(able)))
        .between(16, 17, "NLN AWY ben@example.com 1 Ben 2789003324:48", new Presence(ben(later)))
        .between(
            16,
            17,
            "NLN AWY ben@example.com 1 Ben 2789003324:48 %3C",
            new Presence(pictured(later)))
        .alsoReads(16, 17, "NLN AWY ben@example.com 1 Ben 268435492", new Presence(ben(able)))
        .between(18, 18, "NLN AWY 1:ben@example.com Ben 2789003324:48 0", new Presence(ben(later)))
        .between(
            18,
            18,
            "NLN AWY 1:ben@example.com Ben 2789003324:48 %3C",
            new Presence(pictured(later)))
        .refuses(2, 18, Fault.CHOICE, "NLN XXX ben@example.com Ben")
        .refuses(2, 18, Fault.SYNTAX, "NLN AWY ben@example.com")
        .refuses(18, 18, Fault.ADDRESS, "NLN AWY 1: Ben 0:0 0")
        .upTo(13, "FLN ben@example.com", new WentOffline(BEN))
        .between(14, 15, "FLN ben@example.com 1 0", new WentOffline(BEN))
        .alsoReads(14, 17, "FLN ben@example.com 1", new WentOffline(BEN))
        .between(16, 17, "FLN ben@example.com 1 0:0", new WentOffline(BEN))
        .between(18, 18, "FLN 1:ben@example.com 0:0", new WentOffline(BEN))
        .between(
            18,
            18,
            "NLN AWY 1:ben@example.com;via=9:00000000-0000-0000-0009-00000000abcd@live.com"
                + " Ben 2789003324:48 0",
            new PresenceInCircle(ben(later), CHOIR))
        .between(
            18,
            18,
            "FLN 1:ben@example.com;via=9:00000000-0000-0000-0009-00000000abcd@live.com 0:0",
            new WentFromCircle(BEN, CHOIR))
        .refuses(18, 18, Fault.ADDRESS, "FLN 1:ben;via=9:choir@live.com 0:0")
        .refuses(18, 18, Fault.ADDRESS, "NLN AWY 1:ben@example.com;via= Ben 0:0 0")
        .refuses(2, 13, Fault.ADDRESS, "FLN ben")
        .refuses(14, 17, Fault.SYNTAX, "FLN ben@example.com")
        .refuses(18, 18, Fault.ADDRESS, "FLN 1:ben");
  }

  private static void personalData(CodecTable<ServerEvent> table) {
    table
        .between(11, 13, "UBX ben@example.com 7\r\n<Data/>", told("<Data/>"))
        .between(11, 13, "UBX ben@example.com 0\r\n", told(""))
        .between(14, 17, "UBX ben@example.com 1 7\r\n<Data/>", told("<Data/>"))
        .between(18, 18, "UBX 1:ben@example.com 7\r\n<Data/>", told("<Data/>"))
        .refuses(11, 18, Fault.STREAM, "UBX ben@example.com")
        .refuses(11, 18, Fault.LIMIT, "UBX ben@example.com 1 65537")
        .alsoReads(2, 10, "UBX ben@example.com 7", new Unknown("UBX ben@example.com 7"))
        .between(11, 18, "UUX 11 0", new PersonalDataSet(id(11)))
        .between(
            11,
            12,
            "GCF 9 Shields.xml 9\r\n<config/>",
            new Configuration(id(9), "Shields.xml", bytes("<config/>")))
        .refuses(11, 12, Fault.LIMIT, "GCF 9 Shields.xml 65537")
        .refuses(11, 12, Fault.STREAM, "GCF 9 Shields.xml")
        .between(11, 18, "SBS 0 null", new SubscriptionsListed())
        .alsoReads(2, 10, "SBS 0 null", new Unknown("SBS 0 null"))
        .alsoReads(21, 21, "NLN NLN", new Unknown("NLN NLN"))
        .alsoReads(21, 21, "SBS 0 null", new Unknown("SBS 0 null"));
  }

  private static PersonalDataIs told(String xml) {
    return new PersonalDataIs(BEN, bytes(xml));
  }

  private static InitialPresence initial(Appearance contact) {
    return new InitialPresence(id(9), contact);
  }

  private static Appearance ben(Capabilities capabilities) {
    return new Appearance(BEN, text("Ben"), Status.AWAY, capabilities, Optional.empty());
  }

  private static Appearance pictured(Capabilities capabilities) {
    return new Appearance(BEN, text("Ben"), Status.AWAY, capabilities, Optional.of("%3C"));
  }
}

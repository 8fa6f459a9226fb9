package im.chrysalis.wire.command;

import static im.chrysalis.wire.command.Texts.address;
import static im.chrysalis.wire.command.Texts.bytes;
import static im.chrysalis.wire.command.Texts.id;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.EndpointAddress;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.command.ServerEvent.*;
import java.util.Optional;

/** What servers say since MSNP13: single sign-on, memberships, notes, other networks. */
final class ServerLaterRows {
  private static final EmailAddress ANNA = address("anna@example.com");
  private static final EmailAddress BEN = address("ben@example.com");
  private static final String PLACE = "{f60efbe7-94af-4b16-b92a-10ac6cc8c6ef}";
  private static final String ML = "<ml><d n=\"example.com\"><c n=\"ben\" t=\"1\"/></d></ml>";

  private ServerLaterRows() {}

  static void addTo(CodecTable<ServerEvent> table) {
    signIn(table);
    memberships(table);
    notes(table);
  }

  private static void signIn(CodecTable<ServerEvent> table) {
    table
        .between(
            15,
            21,
            "USR 4 SSO S MBI_KEY_OLD 4Sv1Q==",
            new SignInChallenge(id(4), "SSO", "MBI_KEY_OLD 4Sv1Q=="))
        .since(13, "GCF 0 11\r\n<Policies/>", new Policies(bytes("<Policies/>")))
        .refusesSince(13, Fault.STREAM, "GCF 0");
  }

  private static void memberships(CodecTable<ServerEvent> table) {
    String length = " " + ML.length() + "\r\n";
    table
        .since(13, "ADL 9 OK", new MembershipsTaken(id(9), "ADL"))
        .since(13, "RML 9 OK", new MembershipsTaken(id(9), "RML"))
        .since(13, "ADL 0" + length + ML, new MembershipsChanged("ADL", bytes(ML)))
        .since(13, "RML 0" + length + ML, new MembershipsChanged("RML", bytes(ML)))
        .alsoReads(2, 12, "ADL 9 OK", new Unknown("ADL 9 OK"))
        .since(14, "FQY 12" + length + ML, new NetworksFound(id(12), bytes(ML)))
        // COMPAT MSNPSharp, papyon: they read a length there
        .since(13, "241 9 0\r\n", new Refused(241, Optional.of(id(9))))
        .alsoReads(13, 21, "241 9" + length + ML, new Refused(241, Optional.of(id(9))))
        .upTo(12, "210 9", new Refused(210, Optional.of(id(9))))
        .since(13, "210 9 0\r\n", new Refused(210, Optional.of(id(9))));
  }

  private static void notes(CodecTable<ServerEvent> table) {
    EndpointAddress everywhere = new EndpointAddress(ANNA, Optional.empty());
    EndpointAddress there = new EndpointAddress(ANNA, EndpointId.parse(PLACE));
    table
        .between(13, 18, "UUN 14 OK", new NoteTaken(id(14)))
        .between(
            13,
            18,
            "UBN anna@example.com 3 5\r\nHello",
            new NoteReceived(everywhere, 3, bytes("Hello")))
        .between(
            16,
            18,
            "UBN anna@example.com;" + PLACE + " 3 5\r\nHello",
            new NoteReceived(there, 3, bytes("Hello")))
        .refuses(13, 18, Fault.STREAM, "UBN anna@example.com 3")
        .between(
            14,
            15,
            "UBM anna@example.com 32 1 5\r\nHello",
            new ReceivedAcross(ANNA, 32, Optional.empty(), 1, bytes("Hello")))
        .between(
            16,
            18,
            "UBM anna@example.com 32 ben@example.com 1 1 5\r\nHello",
            new ReceivedAcross(ANNA, 32, Optional.of(BEN), 1, bytes("Hello")));
  }
}

package im.chrysalis.wire.command;

import static im.chrysalis.wire.command.Texts.address;
import static im.chrysalis.wire.command.Texts.bytes;
import static im.chrysalis.wire.command.Texts.id;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.EndpointAddress;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.command.ClientCommand.*;
import java.util.List;
import java.util.Optional;

/** What clients say since MSNP13: single sign-on, memberships, notes, other networks. */
final class ClientLaterRows {
  private static final EmailAddress BEN = address("ben@example.com");
  private static final String PLACE = "{f60efbe7-94af-4b16-b92a-10ac6cc8c6ef}";
  private static final String ML = "<ml><d n=\"example.com\"><c n=\"ben\"/></d></ml>";

  private ClientLaterRows() {}

  static void addTo(CodecTable<ClientCommand> table) {
    signIn(table);
    memberships(table);
    notes(table);
  }

  private static void signIn(CodecTable<ClientCommand> table) {
    table
        .between(
            15,
            21,
            "USR 4 SSO I anna@example.com",
            new StartSignIn(id(4), "SSO", "anna@example.com"))
        .between(
            15,
            15,
            "USR 5 SSO S t=a&p= HAAAAAE=",
            new ProveSignIn(id(5), "SSO", List.of("t=a&p=", "HAAAAAE=")))
        .between(
            16,
            21,
            "USR 5 SSO S t=a&p= HAAAAAE= " + PLACE,
            new ProveSignIn(id(5), "SSO", List.of("t=a&p=", "HAAAAAE=", PLACE)))
        .alsoReads(13, 21, "SYN 8 0 0", new Unknown(Optional.of(id(8)), "SYN"));
  }

  private static void memberships(CodecTable<ClientCommand> table) {
    String length = " " + ML.length() + "\r\n";
    table
        .since(13, "ADL 9" + length + ML, new ChangeMemberships(id(9), "ADL", bytes(ML)))
        .since(13, "RML 9" + length + ML, new ChangeMemberships(id(9), "RML", bytes(ML)))
        .refusesSince(13, Fault.STREAM, "ADL 9")
        .refusesSince(13, Fault.LIMIT, "RML 9 8193")
        .since(14, "FQY 12" + length + ML, new FindNetworks(id(12), bytes(ML)))
        .refusesSince(14, Fault.STREAM, "FQY 12 many");
  }

  private static void notes(CodecTable<ClientCommand> table) {
    EndpointAddress everywhere = new EndpointAddress(BEN, Optional.empty());
    EndpointAddress there = new EndpointAddress(BEN, EndpointId.parse(PLACE));
    table
        .between(
            13,
            18,
            "UUN 14 ben@example.com 3 5\r\nHello",
            new SendNote(id(14), everywhere, 3, bytes("Hello")))
        .between(
            16,
            18,
            "UUN 14 ben@example.com;" + PLACE + " 3 5\r\nHello",
            new SendNote(id(14), there, 3, bytes("Hello")))
        .refusesSince(13, Fault.STREAM, "UUN 14 ben@example.com 3")
        .refusesSince(13, Fault.LIMIT, "UUN 14 ben@example.com 3 8193")
        .refuses(13, 18, Fault.ADDRESS, "UUN 14 ben 3 0\r\n")
        .between(
            14,
            18,
            "UUM 15 ben@example.com 32 1 5\r\nHello",
            new SendAcross(id(15), BEN, 32, 1, bytes("Hello")))
        .refusesSince(14, Fault.STREAM, "UUM 15 ben@example.com 32 1")
        .refuses(14, 18, Fault.SYNTAX, "UUM 15 ben@example.com far 1 0\r\n");
  }
}

package im.chrysalis.wire.command;

import static im.chrysalis.wire.command.Texts.address;
import static im.chrysalis.wire.command.Texts.bytes;
import static im.chrysalis.wire.command.Texts.id;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.command.ClientCommand.Publish;
import im.chrysalis.wire.command.ClientCommand.SendRouted;
import im.chrysalis.wire.command.ClientCommand.ShowCircles;
import im.chrysalis.wire.command.ClientCommand.Withdraw;
import im.chrysalis.wire.command.ServerEvent.CirclesShown;
import im.chrysalis.wire.command.ServerEvent.PublishTaken;
import im.chrysalis.wire.command.ServerEvent.Published;
import im.chrysalis.wire.command.ServerEvent.RoutedReceived;
import im.chrysalis.wire.command.ServerEvent.WithdrawTaken;
import im.chrysalis.wire.command.ServerEvent.Withdrawn;
import java.util.Optional;

/** What carries messages that say themselves where they go, since MSNP18. */
final class RoutedRows {
  private static final EmailAddress ANNA = address("anna@example.com");
  private static final String BODY = "Routing: 1.0\r\n\r\nReliability: 1.0\r\n\r\n";
  private static final String LENGTH = " " + BODY.length() + "\r\n";

  private RoutedRows() {}

  static void addToClient(CodecTable<ClientCommand> table) {
    table
        .since(18, "USR 30 SHA A PD94bWw=", new ShowCircles(id(30), "PD94bWw="))
        .refusesSince(18, Fault.SYNTAX, "USR 30 SHA A")
        .refuses(2, 17, Fault.SYNTAX, "USR 30 SHA A PD94bWw=")
        .since(18, "PUT 11" + LENGTH + BODY, new Publish(id(11), bytes(BODY)))
        .since(18, "PUT 11 0\r\n", new Publish(id(11), bytes("")))
        .refusesSince(18, Fault.STREAM, "PUT 11")
        .refusesSince(18, Fault.LIMIT, "PUT 11 16385")
        .since(18, "DEL 44" + LENGTH + BODY, new Withdraw(id(44), bytes(BODY)))
        .refusesSince(18, Fault.STREAM, "DEL 44 all")
        .since(18, "SDG 58" + LENGTH + BODY, new SendRouted(id(58), bytes(BODY)))
        // COMPAT AnyEvent::MSN: nobody answers it, so it does not count
        .since(18, "SDG 0" + LENGTH + BODY, new SendRouted(id(0), bytes(BODY)))
        .refusesSince(18, Fault.LIMIT, "SDG 58 16385")
        .alsoReads(2, 17, "SDG 58", new ClientCommand.Unknown(Optional.of(id(58)), "SDG"));
  }

  static void addToServer(CodecTable<ServerEvent> table) {
    table
        .since(18, "USR 30 OK anna@example.com 0 0", new CirclesShown(id(30), ANNA))
        .since(18, "PUT 11 OK 0\r\n", new PublishTaken(id(11), bytes("")))
        .since(18, "PUT 11 OK" + LENGTH + BODY, new PublishTaken(id(11), bytes(BODY)))
        .alsoReads(18, 21, "PUT 11 OK", new PublishTaken(id(11), bytes("")))
        .refusesSince(18, Fault.STREAM, "PUT 11 OK all")
        .since(18, "DEL 44 OK 0\r\n", new WithdrawTaken(id(44)))
        .alsoReads(18, 21, "DEL 44 OK", new WithdrawTaken(id(44)))
        .since(18, "NFY PUT" + LENGTH + BODY, new Published(bytes(BODY)))
        .since(18, "NFY DEL" + LENGTH + BODY, new Withdrawn(bytes(BODY)))
        .refusesSince(18, Fault.STREAM, "NFY PUT")
        .refusesSince(18, Fault.CHOICE, "NFY ADD 0\r\n")
        .since(18, "SDG 0" + LENGTH + BODY, new RoutedReceived(bytes(BODY)))
        .refusesSince(18, Fault.LIMIT, "SDG 0 65537")
        .alsoReads(2, 17, "NFY PUT 5", new ServerEvent.Unknown("NFY PUT 5"));
  }
}

package im.chrysalis.wire.command;

import static im.chrysalis.wire.command.Texts.address;
import static im.chrysalis.wire.command.Texts.bytes;
import static im.chrysalis.wire.command.Texts.id;
import static im.chrysalis.wire.command.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.Cutting;
import im.chrysalis.wire.EndpointAddress;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.command.SwitchboardCommand.*;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SwitchboardTest {
  private static final EmailAddress ANNA = address("anna@example.com");
  private static final EmailAddress BEN = address("ben@example.com");

  private static final String PLACE = "{f60efbe7-94af-4b16-b92a-10ac6cc8c6ef}";
  private static final Capabilities ABLE = Capabilities.of(268435492);
  private static final Capabilities LATER = new Capabilities(2789003324L, 48);

  @TestFactory
  Stream<DynamicTest> everyCommandIsReadAndWritten() {
    String longest = "x".repeat(1664);
    String longestData = "x".repeat(2048);
    return new CodecTable<SwitchboardCommand>(
            SwitchboardCommands::read, SwitchboardCommands::write, SwitchboardCommands::payloads)
        .row(
            "USR 1 Anna@example.com 17262740.105",
            new Open(id(1), "Anna@example.com", "17262740.105"))
        .refuses(Fault.SYNTAX, "USR 1 anna@example.com")
        .row(
            "ANS 1 ben@example.com 849.491 11752013",
            new Answer(id(1), "ben@example.com", "849.491", "11752013"))
        .refuses(Fault.SYNTAX, "ANS 1 ben@example.com 849.491")
        .row("CAL 2 ben@example.com", new Invite(id(2), BEN))
        .refuses(Fault.ADDRESS, "CAL 2 ben")
        .row("MSG 3 A 5\r\nHello", new Say(id(3), Receipt.ALWAYS, bytes("Hello")))
        .row("MSG 3 N 0\r\n", new Say(id(3), Receipt.ON_FAILURE, bytes("")))
        .row("MSG 3 U 1664\r\n" + longest, new Say(id(3), Receipt.NEVER, bytes(longest)))
        .alsoReads("MSG 3 S 5\r\nHello", new Say(id(3), Receipt.ALWAYS, bytes("Hello")))
        .alsoReads("msg 3 a 5\r\nHello", new Say(id(3), Receipt.ALWAYS, bytes("Hello")))
        .since(
            9, "MSG 3 D 2048\r\n" + longestData, new Say(id(3), Receipt.DATA, bytes(longestData)))
        // no older client says it, and none would be served by being let go
        .alsoReads(2, 8, "MSG 3 D 5\r\nHello", new Say(id(3), Receipt.DATA, bytes("Hello")))
        .refuses(2, 8, Fault.LIMIT, "MSG 3 U 1665")
        .refusesSince(9, Fault.LIMIT, "MSG 3 D 2049")
        .refuses(Fault.STREAM, "MSG 3 U")
        .refuses(Fault.STREAM, "MSG 3 U 5 5")
        .refuses(Fault.STREAM, "MSG 3 U -5")
        .refuses(Fault.CHOICE, "MSG 3 X 5\r\nHello")
        .refuses(Fault.TRANSACTION, "MSG x U 5\r\nHello")
        .row("OUT", new Leave())
        .row("XYZ 4", new Unknown(Optional.of(id(4)), "XYZ"))
        .alsoReads("PNG", new Unknown(Optional.empty(), "PNG"))
        .tests(SwitchboardCommand.class);
  }

  @TestFactory
  Stream<DynamicTest> everyEventIsReadAndWritten() {
    return new CodecTable<SwitchboardEvent>(
            SwitchboardEvents::read, SwitchboardEvents::write, SwitchboardEvents::payloads)
        .row(
            "USR 1 OK Anna@example.com Anna%20B",
            new SwitchboardEvent.Opened(id(1), "Anna@example.com", text("Anna%20B")))
        .upTo(11, "IRO 1 1 2 anna@example.com Anna", present(Capabilities.NONE))
        .between(12, 15, "IRO 1 1 2 anna@example.com Anna 268435492", present(ABLE))
        .since(16, "IRO 1 1 2 anna@example.com Anna 2789003324:48", present(LATER))
        .alsoReads("IRO 1 1 2 anna@example.com Anna", present(Capabilities.NONE))
        .row("ANS 1 OK", new SwitchboardEvent.Answered(id(1)))
        .row("CAL 2 RINGING 11752013", new SwitchboardEvent.Rings(id(2), 11752013))
        .upTo(11, "JOI ben@example.com Ben", joined(Capabilities.NONE))
        .between(12, 15, "JOI ben@example.com Ben 268435492", joined(ABLE))
        .since(16, "JOI ben@example.com Ben 2789003324:48", joined(LATER))
        .alsoReads("JOI ben@example.com Ben", joined(Capabilities.NONE))
        .since(
            16,
            "JOI ben@example.com;" + PLACE + " Ben 2789003324:48",
            new SwitchboardEvent.Joined(atPlace(), text("Ben"), LATER))
        .since(
            16,
            "IRO 1 1 2 ben@example.com;" + PLACE + " Ben 2789003324:48",
            new SwitchboardEvent.Present(id(1), 1, 2, atPlace(), text("Ben"), LATER))
        .since(16, "BYE ben@example.com;" + PLACE, new SwitchboardEvent.Left(atPlace(), false))
        .row("BYE ben@example.com", new SwitchboardEvent.Left(whole(BEN), false))
        .row("BYE ben@example.com 1", new SwitchboardEvent.Left(whole(BEN), true))
        .row(
            "MSG anna@example.com Anna 5\r\nHello",
            new SwitchboardEvent.Said(ANNA, text("Anna"), bytes("Hello")))
        .refuses(Fault.LIMIT, "MSG anna@example.com Anna 65537")
        .row("ACK 3", new SwitchboardEvent.Delivered(id(3)))
        .row("NAK 3", new SwitchboardEvent.Undelivered(id(3)))
        .row("217 2", new SwitchboardEvent.Refused(217, Optional.of(id(2))))
        .row("XYZ 4 a", new SwitchboardEvent.Unknown("XYZ 4 a"))
        .tests(SwitchboardEvent.class);
  }

  private static EndpointAddress whole(EmailAddress who) {
    return new EndpointAddress(who, Optional.empty());
  }

  private static EndpointAddress atPlace() {
    return new EndpointAddress(BEN, EndpointId.parse(PLACE));
  }

  private static SwitchboardEvent present(Capabilities capabilities) {
    return new SwitchboardEvent.Present(id(1), 1, 2, whole(ANNA), text("Anna"), capabilities);
  }

  private static SwitchboardEvent joined(Capabilities capabilities) {
    return new SwitchboardEvent.Joined(whole(BEN), text("Ben"), capabilities);
  }

  @Test
  void beforeTheTokenIsShownNothingCanBeSaid() throws MalformedCommand {
    assertThat(first("USR 1 anna@example.com 17.5"))
        .isEqualTo(new Open(id(1), "anna@example.com", "17.5"));
    assertThat(first("ANS 1 anna@example.com 17.5 6"))
        .isEqualTo(new Answer(id(1), "anna@example.com", "17.5", "6"));
    assertThat(first("OUT")).isEqualTo(new Leave());
    assertThat(first("CAL 2 ben@example.com")).isEqualTo(new Unknown(Optional.of(id(2)), "CAL"));
    assertThat(first("MSG 3 U 100")).isEqualTo(new Unknown(Optional.of(id(3)), "MSG"));
  }

  private static SwitchboardCommand first(String line) throws MalformedCommand {
    return SwitchboardCommands.readFirst(Cutting.frame(line, PayloadRule.LINES_ONLY));
  }
}

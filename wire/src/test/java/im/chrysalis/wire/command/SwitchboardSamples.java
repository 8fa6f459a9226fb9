package im.chrysalis.wire.command;

import im.chrysalis.values.Capabilities;
import im.chrysalis.wire.command.SwitchboardCommand.Receipt;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Everything that may be said on a switchboard in a dialect, made up at random. */
final class SwitchboardSamples {
  private SwitchboardSamples() {}

  static List<SwitchboardCommand> commands(Random random, Dialect dialect) {
    Dice dice = new Dice(random, dialect);
    return List.of(
        new SwitchboardCommand.Open(dice.trId(), dice.word(), dice.word()),
        new SwitchboardCommand.Answer(dice.trId(), dice.word(), dice.word(), dice.word()),
        new SwitchboardCommand.Invite(dice.trId(), dice.address()),
        new SwitchboardCommand.Say(
            dice.trId(),
            dice.any(Receipt.values()),
            dice.payload(SwitchboardCommands.maxMessage(dialect))),
        new SwitchboardCommand.Leave(),
        new SwitchboardCommand.Unknown(Optional.of(dice.trId()), "XYZ"));
  }

  static List<SwitchboardEvent> events(Random random, Dialect dialect) {
    Dice dice = new Dice(random, dialect);
    Capabilities able =
        dialect.has(Trait.MEMBER_CAPABILITIES) ? dice.capabilities() : Capabilities.NONE;
    return List.of(
        new SwitchboardEvent.Opened(dice.trId(), dice.word(), dice.text()),
        new SwitchboardEvent.Present(
            dice.trId(), 1, dice.upTo(50), dice.place(), dice.text(), able),
        new SwitchboardEvent.Answered(dice.trId()),
        new SwitchboardEvent.Rings(dice.trId(), dice.upTo(Integer.MAX_VALUE)),
        new SwitchboardEvent.Joined(dice.place(), dice.text(), able),
        new SwitchboardEvent.Left(dice.place(), dice.yes()),
        new SwitchboardEvent.Said(dice.address(), dice.text(), dice.payload(2000)),
        new SwitchboardEvent.Delivered(dice.trId()),
        new SwitchboardEvent.Undelivered(dice.trId()),
        new SwitchboardEvent.Refused(dice.upTo(1000), Optional.empty()),
        new SwitchboardEvent.Unknown("XYZ " + dice.word()));
  }
}

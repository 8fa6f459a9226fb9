package im.chrysalis.client;

import im.chrysalis.wire.command.ServerEvent;

/** What became of a command. */
sealed interface Reply {
  record Given(ServerEvent event) implements Reply {}

  record Failed(Failure why) implements Reply {}

  default Outcome outcome() {
    return switch (this) {
      case Given _ -> Outcome.done();
      case Failed(var why) -> Outcome.failed(why);
    };
  }
}

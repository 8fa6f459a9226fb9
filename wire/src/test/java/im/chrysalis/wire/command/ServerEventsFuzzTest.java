package im.chrysalis.wire.command;

import com.code_intelligence.jazzer.junit.FuzzTest;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.command.ServerEvent.SignedOut;
import im.chrysalis.wire.dialect.Dialect;

class ServerEventsFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreEventsOrMalformed(byte[] bytes) {
    FuzzedStream.survives(
        bytes, ServerEvents::read, ServerEventsFuzzTest::write, ServerEvents::payloads);
  }

  @FuzzTest(maxDuration = "1m")
  void anyBytesAreSwitchboardEventsOrMalformed(byte[] bytes) {
    FuzzedStream.survives(
        bytes, SwitchboardEvents::read, SwitchboardEvents::write, SwitchboardEvents::payloads);
  }

  /** A bare OUT is read but never written. */
  private static Line write(ServerEvent event, Dialect dialect) {
    return event instanceof SignedOut(var reason) && reason.isEmpty()
        ? Line.of("OUT")
        : ServerEvents.write(event, dialect);
  }
}

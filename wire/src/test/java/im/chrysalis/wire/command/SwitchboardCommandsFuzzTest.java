package im.chrysalis.wire.command;

import com.code_intelligence.jazzer.junit.FuzzTest;

class SwitchboardCommandsFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreCommandsOrMalformed(byte[] bytes) {
    FuzzedStream.survives(
        bytes,
        SwitchboardCommands::read,
        SwitchboardCommands::write,
        SwitchboardCommands::payloads);
  }
}

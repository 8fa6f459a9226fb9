package im.chrysalis.wire.command;

import com.code_intelligence.jazzer.junit.FuzzTest;

class ClientCommandsFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreCommandsOrMalformed(byte[] bytes) {
    FuzzedStream.survives(
        bytes, ClientCommands::read, ClientCommands::write, ClientCommands::payloads);
  }
}

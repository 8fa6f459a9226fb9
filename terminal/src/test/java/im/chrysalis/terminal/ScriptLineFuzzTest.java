package im.chrysalis.terminal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

class ScriptLineFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void anyLineIsACommandOrBad(byte[] bytes) {
    Objects.requireNonNull(ScriptLine.read(new String(bytes, StandardCharsets.UTF_8)));
  }
}

package im.chrysalis.bench.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.bench.load.Ferry;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Both kinds, for they must be interchangeable. Without a C compiler both are Java. */
@EnabledOnOs(OS.LINUX)
class YardsticksTest {
  private static final AnswerScript SCRIPT =
      new AnswerScript(
          List.of(bytes("VER 1 MSNP7\r\n"), bytes("INF 2 MD5\r\nCHL 0 1\r\n")),
          List.of(
              new AnswerScript.Change(bytes("CHG 8 AWY\r\n"), bytes("NLN AWY s@x s\r\n")),
              new AnswerScript.Change(bytes("CHG 8 BSY\r\n"), bytes("NLN BSY s@x s\r\n"))));

  @TempDir Path folder;

  private List<Yardsticks> bothKinds() {
    return List.of(Yardsticks.in(folder), Yardsticks.inJava(folder));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  @Test
  void aRelayPassesEveryMessageOn() throws Exception {
    for (Yardsticks kind : bothKinds()) {
      try (Yardstick relay = kind.relay("anna@x Anna");
          SocketChannel from = SocketChannel.open(relay.address());
          SocketChannel to = SocketChannel.open(relay.address());
          Ferry ferry = new Ferry(from, to)) {
        assertThat(ferry.sender()).isEqualTo("anna@x Anna");
        assertThat(ferry.run(16, Duration.ofMillis(50)).messages()).isGreaterThan(16);
      }
    }
  }

  @Test
  void linesAreAnsweredFromTheScriptAndChangesReachTheOthers() throws Exception {
    for (Yardsticks kind : bothKinds()) {
      try (Yardstick answers = kind.answers(SCRIPT);
          Socket anna = new Socket(answers.address().getAddress(), answers.address().getPort());
          Socket ben = new Socket(answers.address().getAddress(), answers.address().getPort())) {
        for (Socket person : List.of(anna, ben)) {
          person.getOutputStream().write(bytes("VER 1 MSNP7 CVR0\r\nINF 2\r\n"));
          assertThat(hear(person, "VER 1 MSNP7\r\nINF 2 MD5\r\nCHL 0 1\r\n")).isTrue();
          person.getOutputStream().write(bytes("QRY 7 msmsgs@msnmsgr.com 32\r\n"));
          person.getOutputStream().write(bytes("O".repeat(32)));
        }
        anna.getOutputStream().write(bytes("CHG 8 AWY\r\n"));
        assertThat(hear(anna, "CHG 8 AWY\r\n")).isTrue();
        assertThat(hear(ben, "NLN AWY s@x s\r\n")).isTrue();
        anna.getOutputStream().write(bytes("CHG 8 BSY\r\n"));
        assertThat(hear(anna, "CHG 8 BSY\r\n")).isTrue();
        assertThat(hear(ben, "NLN BSY s@x s\r\n")).isTrue();

        anna.getOutputStream().write(bytes("OUT\r\n"));
        assertThat(anna.getInputStream().read()).isEqualTo(-1);
      }
    }
  }

  private static boolean hear(Socket person, String text) throws IOException {
    person.setSoTimeout(10_000);
    return new String(person.getInputStream().readNBytes(text.length()), ISO_8859_1).equals(text);
  }
}

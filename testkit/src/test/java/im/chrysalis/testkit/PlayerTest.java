package im.chrysalis.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlayerTest {
  private static final String TITLE = "# A test.     docs/protocol/test.md\n";

  @Test
  void whatAHoleCapturesIsSentBackAndMustComeAgain() {
    play(
        Map.of("INF 1", "INF 1 MD5 77\r\n", "SYN 77", "SYN 77\r\n"),
        """
        alice connects to the notification server
        alice > INF 1
        alice < INF {} MD5 {number}
        alice > SYN {number}
        alice < SYN {number}
        """);
  }

  @Test
  void aTicketIsAFreshOneEachTime() {
    play(
        Map.of(
            "SND 1 t=alice@example.test&p=1", "SND 1 OK\r\n",
            "SND 2 t=alice@example.test&p=2", "SND 2 OK\r\n"),
        """
        alice connects to the notification server
        alice > SND 1 {ticket alice}
        alice < SND 1 OK
        alice > SND 2 {ticket alice}
        alice < SND 2 OK
        """);
  }

  @Test
  void aFailureNamesTheLineWhatWasExpectedAndTheBytesThatCame() {
    assertThatThrownBy(() ->
            play(
                Map.of("INF 1", "INF 1 MD5 77\r\n", "SYN 1", "SYN 1 \u00ff{78\r\n"),
                """
                alice connects to the notification server
                alice > INF 1
                alice < INF {} MD5 {number}
                alice > SYN 1
                alice < SYN 1 {number}
                """))
        .isInstanceOf(TranscriptFailure.class)
        .hasMessage(
            """
            test.transcript:6: alice should have received
                SYN 1 77
            but received
                SYN 1 \\xFF\\{78\
            """);
  }

  @Test
  void aPayloadIsComparedByteForByte() {
    Map<String, String> answers =
        Map.of("INF 1", "MSG Hotmail Hotmail 17\r\nA: 1\r\n\r\nB \u00c3\u00a9\r\n7 \u0000");
    play(
        answers,
        """
        alice connects to the notification server
        alice > INF 1
        alice < MSG Hotmail Hotmail {len}
            A: {}

            B é
            7 \\x00
        """);
    assertThatThrownBy(() ->
            play(
                answers,
                """
                alice connects to the notification server
                alice > INF 1
                alice < MSG Hotmail Hotmail {len}
                    A: {}
                    B é
                    {...}
                """))
        .hasMessage(
            """
            test.transcript:4: alice should have received
                MSG Hotmail Hotmail {len}
                    A: {}
                    B \\xC3\\xA9
                    {...}
            but received
                MSG Hotmail Hotmail 17
                    A: 1

                    B \\xC3\\xA9
                    7 \\x00\
            """);
  }

  @Test
  void theLengthOfASentPayloadIsCountedInBytes() {
    play(
        (line, client) -> {
          if (line.startsWith("MSG")) {
            assertThat(line).isEqualTo("MSG 3 N 12");
            assertThat(client.read(12)).isEqualTo("X: \u00c3\u00a9\r\n\r\n\r\n\u0000");
            client.send("NAK 3\r\n");
          }
        },
        """
        alice connects to the switchboard server
        alice > MSG 3 N {len}
            X: é
            \\r\\n
            \\x00
        alice < NAK 3
        """);
  }

  @Test
  void rawBytesAreSentAsTheyAreWritten() {
    play(
        Map.of("VER 1 MSNP2", "VER 1 MSNP2\r\n"),
        """
        alice connects to the notification server
        alice >> VER 1
        alice >> \\x20MSNP2\\n
        alice < VER 1 MSNP2
        """);
  }

  @Test
  void aLineThatEndsInABareLineFeedIsAFault() {
    assertThatThrownBy(() ->
            play(
                Map.of("INF 1", "INF 1 MD5\n"),
                """
                alice connects to the notification server
                alice > INF 1
                alice < INF 1 MD5
                """))
        .hasMessageContaining("the line does not end in CR LF")
        .hasMessageContaining("INF 1 MD5\\n");
  }

  @Test
  void neighboursMarkedWithAStarComeInAnyOrder() {
    play(
        Map.of("CHG 1", "B\r\nC\r\nA\r\nD\r\n"),
        """
        alice connects to the notification server
        alice > CHG 1
        alice <* A
        alice <* B
        alice <* C
        alice < D
        """);
    assertThatThrownBy(() ->
            play(
                Map.of("CHG 1", "B\r\nB\r\n"),
                """
                alice connects to the notification server
                alice > CHG 1
                alice <* A
                alice <* B
                """))
        .hasMessage(
            """
            test.transcript:4: alice should have received
                A
            but received
                B\
            """);
  }

  @Test
  void aDigestIsMadeOfNamesQuotedTextAndPasswords() {
    play(
        Map.of(
            "USR 1",
            "USR 1 MD5 S 1013928519.693957190\r\n",
            "X 0dc38e0c96e5ef37eb9451a0b2d5aaf9",
            "QNG\r\n",
            "Y " + md5("1013928519.693957190alice-secret"),
            "QNG\r\n"),
        """
        alice connects to the notification server
        alice > USR 1
        alice < USR 1 MD5 S {challenge}
        alice > X {md5 challenge "secret"}
        alice < QNG
        alice > Y {md5 challenge alice's password}
        alice < QNG
        """);
  }

  @Test
  void theEndOfAConnectionIsAnEvent() {
    play(
        (line, client) -> {
          switch (line) {
            case "OUT" -> client.close();
            case ScriptedServer.END -> {
              client.send("BYE now\r\n");
              client.close();
            }
            default -> client.send("QNG\r\n");
          }
        },
        """
        alice connects to the notification server
        alice > OUT
        alice < (closed)
        alice connects to the notification server
        alice sends no more
        alice < BYE now
        alice < (closed)
        alice/2 connects to the notification server
        alice/2 hangs up
        """);
    assertThatThrownBy(() ->
            play(
                (line, client) -> client.close(),
                """
                alice connects to the notification server
                alice > INF 1
                alice < INF 1 MD5
                """))
        .hasMessageEndingWith("but the connection was closed");
  }

  @Test
  void aReferralIsFollowed() {
    try (var other = new ScriptedServer((line, client) -> client.send("VER 1 MSNP2\r\n"))) {
      String address = "127.0.0.1:" + other.address().getPort();
      play(
          Map.of("USR 1", "XFR 1 NS " + address + "\r\n"),
          """
          alice connects to the dispatch server
          alice > USR 1
          alice < XFR 1 NS {address}
          alice/2 connects to {address}
          alice/2 > VER 1 MSNP2
          alice/2 < VER 1 MSNP2
          """);
    }
  }

  @Test
  void theAddressesOfTheServersHaveNames() {
    play(
        (line, client) ->
            client.send("XFR 127.0.0.1:%d\r\n".formatted(client.socket().getLocalPort())),
        """
        alice connects to the dispatch server
        alice > XFR
        alice < XFR {notification}
        """);
  }

  @Test
  void timeAndTheShutdownAreTheNetworksAffair() {
    try (var network = new ScriptedNetwork((line, client) -> {})) {
      script(
              """
              an hour passes
              90 seconds pass
              the server shuts down
              """)
          .play(network);
      assertThat(network.arranged()).containsExactly("time PT1H", "time PT1M30S", "shut down");
    }
  }

  private static void play(Map<String, String> answers, String text) {
    play(
        (line, client) -> {
          if (answers.containsKey(line)) {
            client.send(answers.get(line));
          }
        },
        text);
  }

  private static void play(ScriptedServer.Answers answers, String text) {
    script(text).play(_ -> new ScriptedNetwork(answers));
  }

  private static Transcript script(String text) {
    return Transcripts.read("test.transcript", URI.create("test:x"), TITLE + text);
  }

  private static String md5(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(Bytes.array(text)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package im.chrysalis.wire.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagePartsTest {
  private static final String ID = "{ad9d9247-9181-4c57-8388-248304e153d3}";

  private final MessageParts parts = new MessageParts();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1202, 1203, 2404, 2405, 60_000})
  void whatWasCutIsJoinedAgain(int length) {
    MimeMessage whole = MimeMessage.of("image/gif").with("X", "y").withBody("x".repeat(length));
    List<MimeMessage> cut = MessageParts.cut(whole);
    assertThat(cut).hasSize(Math.max(1, (length + 1201) / 1202));
    for (MimeMessage part : cut.subList(0, cut.size() - 1)) {
      assertThat(parts.join(part)).isEmpty();
    }
    assertThat(parts.join(cut.getLast()).orElseThrow()).usingRecursiveComparison().isEqualTo(whole);
  }

  @Test
  void partsHaveTheHeadsThatClientsKnow() {
    List<MimeMessage> cut =
        MessageParts.cut(MimeMessage.of("image/gif").withBody("x".repeat(1300)));
    String id = cut.getFirst().header("Message-ID").orElseThrow();
    assertThat(id).matches("\\{[0-9a-f-]{36}\\}");
    assertThat(cut.get(0).headers())
        .hasToString(
            "MIME-Version: 1.0\r\nContent-Type: image/gif\r\nMessage-ID: "
                + id
                + "\r\nChunks: 2\r\n");
    assertThat(cut.get(1).headers()).hasToString("Message-ID: " + id + "\r\nChunk: 1\r\n");
  }

  @Test
  void anAnnouncementOfOnePartIsWhole() {
    MimeMessage one = first(ID, "1");
    assertThat(parts.join(one).orElseThrow().headers()).hasToString("A: b\r\n");
  }

  @Test
  void aMissingPartEndsTheMessage() {
    assertThat(parts.join(first(ID, "3"))).isEmpty();
    assertThat(parts.join(next(ID, "2"))).isEmpty();
    assertThat(parts.join(next(ID, "1"))).isEmpty();
    assertThat(parts.join(next(ID, "2"))).isEmpty();
  }

  @Test
  void messagesMayComeBetween() {
    String other = ID.replace("ad9d", "0000");
    assertThat(parts.join(first(ID, "2"))).isEmpty();
    assertThat(parts.join(first(other, "2"))).isEmpty();
    assertThat(parts.join(MimeMessage.of("text/plain"))).isPresent();
    assertThat(parts.join(next(other, "1"))).isPresent();
    assertThat(parts.join(next(ID, "1"))).isPresent();
  }

  @Test
  void noMoreThanFourAreKept() {
    for (int i = 0; i < 5; i++) {
      parts.join(first(ID.replace("ad9d", "000" + i), "2"));
    }
    assertThat(parts.join(next(ID.replace("ad9d", "0000"), "1"))).isEmpty();
    assertThat(parts.join(next(ID.replace("ad9d", "0001"), "1"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65", "999999999999", "many", "-1", ""})
  void aCountThatMakesNoSenseIsNothing(String count) {
    assertThat(parts.join(first(ID, count))).isEmpty();
    assertThat(parts.join(next(ID, "1"))).isEmpty();
  }

  @Test
  void anIdThatIsNoneIsNothing() {
    assertThat(parts.join(first("7", "2"))).isEmpty();
    assertThat(parts.join(next("7", "1"))).isEmpty();
  }

  private static MimeMessage first(String id, String count) {
    return new MimeMessage(
            Headers.NONE.with("A", "b").with("Message-ID", id).with("Chunks", count), new byte[0])
        .withBody("a");
  }

  private static MimeMessage next(String id, String index) {
    return new MimeMessage(Headers.NONE.with("Message-ID", id).with("Chunk", index), new byte[0])
        .withBody("b");
  }
}

package im.chrysalis.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramerTest {
  private static final String STREAM =
      "USR 4 OK a@x A 1\r\nMSG Hotmail Hotmail 9\r\nab\r\ncd\r\n.SYN 5 27\r\nNLN AWY b@x B\r\n";

  private final Framer framer = new Framer();
  private final List<String> heard = new ArrayList<>();

  private void feed(String text) throws IOException {
    byte[] bytes = text.getBytes(ISO_8859_1);
    framer.feed(bytes, bytes.length, line -> heard.add(new String(line.raw(), ISO_8859_1)));
  }

  @Test
  void severalCommandsInOneReadComeOneByOne() throws IOException {
    feed(STREAM);

    assertThat(heard)
        .containsExactly(
            "USR 4 OK a@x A 1\r\n",
            "MSG Hotmail Hotmail 9\r\nab\r\ncd\r\n.",
            "SYN 5 27\r\n",
            "NLN AWY b@x B\r\n");
  }

  @Test
  void commandsComeTheSameByteByByte() throws IOException {
    feed(STREAM);
    List<String> atOnce = List.copyOf(heard);
    heard.clear();

    for (char next : STREAM.toCharArray()) feed(String.valueOf(next));

    assertThat(heard).isEqualTo(atOnce);
  }

  @Test
  void aMessageWithoutLengthIsRefused() {
    assertThatThrownBy(() -> feed("MSG Hotmail Hotmail\r\n"))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("MSG Hotmail Hotmail");
  }

  @Test
  void numericRepliesAreErrors() throws IOException {
    List<Boolean> errors = new ArrayList<>();
    byte[] bytes = "911 4\r\nUSR 4 OK\r\n".getBytes(ISO_8859_1);

    framer.feed(bytes, bytes.length, line -> errors.add(line.isError()));

    assertThat(errors).containsExactly(true, false);
  }
}

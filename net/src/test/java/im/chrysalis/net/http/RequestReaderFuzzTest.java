package im.chrysalis.net.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class RequestReaderFuzzTest {
  private static final HttpLimits SMALL =
      new HttpLimits(256, 64, Duration.ofSeconds(1), Duration.ofSeconds(1));

  /** What was read of some bytes: whole requests, and the refusal behind them, if any. */
  private record Outcome(List<String> requests, Optional<String> refusal) {}

  /** Any bytes are requests or refused, the same however they are cut, and within the limits. */
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreRequestsOrRefused(byte[] bytes) {
    Outcome whole = read(bytes, Math.max(1, bytes.length));
    assertThat(read(bytes, 1)).isEqualTo(whole);
    assertThat(read(bytes, 7)).isEqualTo(whole);
  }

  private static Outcome read(byte[] bytes, int piece) {
    RequestReader reader = new RequestReader(SMALL);
    ByteBuf in = Unpooled.buffer(bytes.length + 1);
    List<String> requests = new ArrayList<>();
    try {
      for (int from = 0; from < bytes.length; from += piece) {
        in.writeBytes(bytes, from, Math.min(piece, bytes.length - from));
        Optional<RequestReader.Received> received = reader.read(in);
        while (received.isPresent()) {
          requests.add(text(received.get()));
          received = reader.read(in);
        }
        assertThat(in.readableBytes()).as("left unread").isLessThanOrEqualTo(SMALL.head());
      }
      return new Outcome(requests, Optional.empty());
    } catch (HttpRefusal refusal) {
      return new Outcome(requests, Optional.of(String.valueOf(refusal.getMessage())));
    }
  }

  private static String text(RequestReader.Received received) {
    RequestHead head = received.head();
    assertThat(received.body().length).isLessThanOrEqualTo(SMALL.body());
    assertThat(head.line().path()).startsWith("/");
    assertThat(head.goesOn() && head.line().version() == HttpVersion.NONE).isFalse();
    return head.line()
        + " "
        + head.fieldsForHost()
        + " "
        + new String(received.body(), StandardCharsets.ISO_8859_1);
  }
}

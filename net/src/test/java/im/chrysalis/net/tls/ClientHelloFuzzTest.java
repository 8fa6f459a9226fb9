package im.chrysalis.net.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

class ClientHelloFuzzTest {
  /** Any bytes are a hello, perhaps one that says nothing, and stay as they are. */
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreAHello(byte[] bytes) {
    ByteBuf in = Unpooled.wrappedBuffer(bytes);
    ClientHello hello = ClientHello.read(in);
    assertThat(in.readableBytes()).isEqualTo(bytes.length);
    hello.name().ifPresent(it -> assertThat(it.length()).isLessThan(bytes.length));
  }
}

package im.chrysalis.wire.routed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import im.chrysalis.wire.payload.Headers;
import java.nio.charset.StandardCharsets;

class RoutedAddressFuzzTest {
  /** Any text is an address or none, and an address can be written into a header and read again. */
  @FuzzTest(maxDuration = "1m")
  void anyTextIsAnAddressOrNone(byte[] bytes) {
    RoutedAddress.parse(new String(bytes, StandardCharsets.UTF_8))
        .ifPresent(address -> {
          String value = Headers.NONE.with("To", address.word()).first("To").orElseThrow();
          assertThat(RoutedAddress.parse(value)).contains(address);
          address.gateway().ifPresent(gateway -> assertThat(gateway.word()).isNotEmpty());
          if (address.isGroup()) {
            assertThat(address.address()).isEmpty();
          } else {
            assertThat(address.group()).isEmpty();
          }
        });
  }
}

package im.chrysalis.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
  @ParameterizedTest
  @CsvSource({
    "example.com, example.com, 1863",
    "example.com:1864, example.com, 1864",
    "192.0.2.1:1, 192.0.2.1, 1",
    "::1, ::1, 1863",
    "[::1]:65535, ::1, 65535",
    "[::1], ::1, 1863"
  })
  void anAddressIsReadAndWrittenTheSame(String text, String host, int port) {
    ServerAddress address = ServerAddress.parse(text).orElseThrow();
    assertThat(address).isEqualTo(new ServerAddress(host, port));
    assertThat(ServerAddress.parse(address.toString())).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":1863",
        "host:",
        "host:0",
        "host:65536",
        "host:x",
        "a b",
        "[::1",
        "[]:1",
        "https://a:443"
      })
  void whatIsNoAddressIsNone(String text) {
    assertThat(ServerAddress.parse(text)).isEmpty();
  }
}

package im.chrysalis.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Md5Test {
  @Test
  void thePasswordIsProvenAsTheProtocolPageShows() {
    assertThat(Md5.answer("1013928519.693957190", "secret"))
        .isEqualTo("0dc38e0c96e5ef37eb9451a0b2d5aaf9");
  }

  @Test
  void theClientIsProvenAsTheProtocolPageShows() {
    assertThat(Md5.query(7, "12345678901234567890"))
        .isEqualTo("QRY 7 msmsgs@msnmsgr.com 32\r\n8ba1bb9d6dbf624fee31a2053af5fdd0");
  }
}

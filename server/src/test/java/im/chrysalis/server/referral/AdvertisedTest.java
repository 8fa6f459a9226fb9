package im.chrysalis.server.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdvertisedTest {
  @Test
  void theFirstNetworkThatHoldsTheClientWins() throws UnknownHostException {
    Advertised advertised =
        Advertised.parse("chat.example.org,192.168.0.0/16=192.168.1.10,10.0.0.0/8=10.0.0.1");
    assertThat(host(advertised, "192.168.77.3")).isEqualTo("192.168.1.10");
    assertThat(host(advertised, "10.9.8.7")).isEqualTo("10.0.0.1");
    assertThat(host(advertised, "203.0.113.5")).isEqualTo("chat.example.org");
  }

  @Test
  void withoutAHostForEverybodyOthersGetTheAddressTheyReached() throws UnknownHostException {
    Advertised advertised = Advertised.parse("192.168.0.0/16=192.168.1.10");
    assertThat(advertised.hostFor(InetAddress.getByName("203.0.113.5"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "one,two", "192.168.0.0/33=x", "nonsense/8=x", "10.0.0.0/8=", "-x"})
  void whatIsWrongIsNamed(String text) {
    assertThatThrownBy(() -> Advertised.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String host(Advertised advertised, String client) throws UnknownHostException {
    return advertised.hostFor(InetAddress.getByName(client)).orElseThrow();
  }
}

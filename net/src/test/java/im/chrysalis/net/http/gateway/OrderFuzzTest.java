package im.chrysalis.net.http.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class OrderFuzzTest {
  /** Any query is an order or none, and the id of an order is one that we could have given. */
  @FuzzTest(maxDuration = "1m")
  void anyQueryIsAnOrderOrNone(byte[] bytes) {
    String query = new String(bytes, StandardCharsets.ISO_8859_1);
    Order.parse(query)
        .ifPresent(order -> {
          switch (order) {
            case Order.Open _ -> assertThat(query).containsIgnoringCase("server=");
            case Order.Known known ->
                assertThat(SessionId.parse(known.id().toString())).contains(known.id());
          }
        });
  }
}

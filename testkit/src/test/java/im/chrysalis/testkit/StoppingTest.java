package im.chrysalis.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;

/** A server may be told to stop by several at once, such as a signal and its own end. */
class StoppingTest {
  /** Closing also deletes the data, which fails while somebody else still closes the store. */
  @RepeatedTest(30)
  void whoeverStopsAServerFindsItStoppedAfterwards() {
    TestServer server = TestServer.onSqlite(Set.of());
    server.shutDown();
    assertThatCode(server::close).doesNotThrowAnyException();
  }
}

package im.chrysalis.cluster.peers;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.cluster.FakeTimer;
import im.chrysalis.store.HashStrength;
import im.chrysalis.store.Store;
import im.chrysalis.store.StoreOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node without a switchboard knows where those of the others are. */
@Timeout(90)
class SwitchboardsTest {
  private static final String PLACE = "1865 127.0.0.1 chat.example.org";

  private final FakeTimer time = new FakeTimer();
  private Store store;
  private Peers first;

  @BeforeEach
  void start(@TempDir Path directory) {
    store = Store.open(StoreOptions.in(directory).withHashes(HashStrength.TEST));
    first = join(List.of());
  }

  private Peers join(List<NodeAddress> seeds) {
    return Peers.join(new PeersOptions(PeersHosts.ANY, seeds), store.people(), time);
  }

  @AfterEach
  void stop() {
    first.close();
    store.close();
  }

  @Test
  void whoIsThereAlreadyIsTold() throws Exception {
    try (Peers second = join(List.of(first.address()))) {
      assertThat(first.switchboards()).isEmpty();
      second.opensSwitchboard(PLACE);
      comesToKnow(first, Map.of(second.node(), PLACE));
      assertThat(second.switchboards()).as("those of others").isEmpty();
    }
  }

  @Test
  void whoComesLaterIsToldToo() throws Exception {
    first.opensSwitchboard(PLACE);
    try (Peers second = join(List.of(first.address()))) {
      comesToKnow(second, Map.of(first.node(), PLACE));
    }
  }

  @Test
  void aNodeThatHasLeftHasNone() throws Exception {
    try (Peers second = join(List.of(first.address()))) {
      second.opensSwitchboard(PLACE);
      comesToKnow(first, Map.of(second.node(), PLACE));
    }
    comesToKnow(first, Map.of());
  }

  /** What was said may have been lost, and is said again now and then. */
  private void comesToKnow(Peers node, Map<String, String> places) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!node.switchboards().equals(places) && System.nanoTime() < end) {
      Thread.sleep(50); // until the nodes have heard of each other, which nothing tells
      time.pass(Peers.SWEEP);
    }
    assertThat(node.switchboards()).isEqualTo(places);
  }
}

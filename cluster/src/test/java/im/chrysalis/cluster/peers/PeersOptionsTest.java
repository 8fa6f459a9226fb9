package im.chrysalis.cluster.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeersOptionsTest {
  private static final NodeAddress HERE = new NodeAddress("127.0.0.1", 7355);

  @Test
  void addressesAreReadAndWritten() {
    assertThat(NodeAddress.parse("[::1]:7355")).isEqualTo(new NodeAddress("::1", 7355));
    assertThat(NodeAddress.parse("[::1]:7355")).hasToString("[::1]:7355");
    assertThat(NodeAddress.parse("localhost:0")).hasToString("localhost:0");
    for (String wrong : List.of("", "7355", ":7355", "host:", "host:x", "host:65536")) {
      assertThatThrownBy(() -> NodeAddress.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith("which this is not: " + wrong);
    }
  }

  @Test
  void nothingBeyondThisMachineIsListenedOnOrJoined() {
    NodeAddress beyond = new NodeAddress("10.0.0.5", 7355);
    assertThatThrownBy(() -> new PeersOptions(beyond, List.of(HERE)))
        .isInstanceOf(PeersException.class)
        .hasMessageContaining("10.0.0.5:7355")
        .hasMessageContaining("mutual TLS");
    assertThatThrownBy(() -> new PeersOptions(HERE, List.of(HERE, beyond)))
        .isInstanceOf(PeersException.class);
    assertThatThrownBy(() -> new PeersOptions(new NodeAddress("0.0.0.0", 0), List.of()))
        .isInstanceOf(PeersException.class);
    assertThat(new PeersOptions(HERE, List.of(HERE)).seeds()).containsExactly(HERE);
  }
}

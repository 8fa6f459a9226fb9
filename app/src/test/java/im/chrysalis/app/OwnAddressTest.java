package im.chrysalis.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnAddressTest {
  private static final Path ROUTES = Path.of("/proc/net/route");

  @Test
  void itIsAnAddressOfThisMachine() throws IOException {
    assertThat(OwnAddress.find()).isInstanceOf(Inet4Address.class);
    assertThat(NetworkInterface.getByInetAddress(OwnAddress.find())).isNotNull();
  }

  @Test
  void aBridgeToContainersIsNotTakenForTheWayOut() throws IOException {
    assumeThat(ROUTES).exists();
    Optional<String> wayOut = interfaceOfDefaultRoute();
    assumeThat(wayOut).isPresent();

    assertThat(NetworkInterface.getByInetAddress(OwnAddress.find()).getName())
        .isEqualTo(wayOut.orElseThrow());
  }

  /** The interface whose route has destination and mask 0, and of several the smallest metric. */
  private static Optional<String> interfaceOfDefaultRoute() throws IOException {
    return Files.readAllLines(ROUTES).stream()
        .map(line -> line.split("\\s+"))
        .filter(words -> words.length > 7 && words[1].equals("00000000"))
        .filter(words -> words[7].equals("00000000"))
        .min(Comparator.comparingInt(words -> Integer.parseInt(words[6])))
        .map(words -> words[0]);
  }
}

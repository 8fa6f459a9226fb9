package im.chrysalis.app.control;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The address of a data directory's control socket. Such an address holds little more than 100
 * bytes: a longer path is gone through a link from the directory for temporary files, for as long
 * as this is open.
 */
final class ControlPath implements AutoCloseable {
  static final String SOCKET = "control.sock";

  /** What Linux (107), macOS and the BSDs (103) and Windows (107) all take. */
  private static final int LONGEST = 100;

  private final UnixDomainSocketAddress address;
  private final Optional<Path> link;

  private ControlPath(UnixDomainSocketAddress address, Optional<Path> link) {
    this.address = address;
    this.link = link;
  }

  static ControlPath in(Path data) throws IOException {
    Path socket = data.resolve(SOCKET);
    if (isShort(socket)) {
      return new ControlPath(UnixDomainSocketAddress.of(socket), Optional.empty());
    }
    Path holder = Files.createTempDirectory("chrysalis");
    Path link = holder.resolve("data");
    Files.createSymbolicLink(link, data.toAbsolutePath());
    return new ControlPath(UnixDomainSocketAddress.of(link.resolve(SOCKET)), Optional.of(link));
  }

  private static boolean isShort(Path socket) {
    return socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST;
  }

  UnixDomainSocketAddress address() {
    return address;
  }

  @Override
  public void close() throws IOException {
    if (link.isPresent()) {
      Files.deleteIfExists(link.get());
      Path holder = link.get().getParent();
      if (holder != null) {
        Files.deleteIfExists(holder);
      }
    }
  }
}

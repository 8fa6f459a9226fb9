package im.chrysalis.net.tls;

import im.chrysalis.net.Gate;
import im.chrysalis.net.Loops;
import im.chrysalis.net.http.HttpLimits;
import im.chrysalis.net.http.HttpListener;
import im.chrysalis.net.http.HttpResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An https port that says how it was asked, and 64 KB where that is wanted. */
final class TlsServer implements AutoCloseable {
  static {
    LegacyTls.admit();
  }

  private final Loops loops = new Loops(1);
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final ServerTls tls;
  private final HttpListener listener;

  TlsServer(TlsOptions options) throws IOException {
    tls = new ServerTls(options, workers, () -> Instant.parse("2026-01-01T00:00:00Z"));
    listener =
        HttpListener.openSecure(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            loops,
            new Gate(Gate.Limits.DEFAULT),
            System::nanoTime,
            HttpLimits.DEFAULT,
            tls,
            request ->
                CompletableFuture.completedFuture(
                    HttpResponse.ok(
                        "text/plain",
                        request.path().equals("/large")
                            ? "x".repeat(64 * 1024)
                            : "secure=" + request.secure())));
  }

  static TlsOptions options(Path directory, boolean legacy) {
    return new TlsOptions(directory, List.of("chat.example.org"), Optional.empty(), legacy);
  }

  ServerTls tls() {
    return tls;
  }

  InetSocketAddress address() {
    return listener.address();
  }

  @Override
  public void close() {
    listener.close();
    loops.close();
    tls.close();
    workers.close();
  }
}

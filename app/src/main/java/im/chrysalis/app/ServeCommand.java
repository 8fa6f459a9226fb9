package im.chrysalis.app;

import im.chrysalis.app.config.Configuration;
import im.chrysalis.app.config.Ports;
import im.chrysalis.app.serve.ChrysalisServer;
import im.chrysalis.store.StoreOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./chrysalis serve}. */
@Command(name = "serve", description = "Runs the servers until SIGTERM.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Option(names = "--data", defaultValue = "data", description = "the data directory")
  Path data = Path.of("data");

  @Option(names = "--host", defaultValue = "0.0.0.0", description = "the address to listen on")
  String host = "0.0.0.0";

  @Option(names = "--dispatch-port", defaultValue = "1863")
  int dispatchPort;

  @Option(names = "--notification-port", defaultValue = "1864")
  int notificationPort;

  @Option(names = "--switchboard-port", defaultValue = "1865")
  int switchboardPort;

  @Option(names = "--http-port", defaultValue = "80")
  int httpPort;

  @Option(names = "--https-port", defaultValue = "443")
  int httpsPort;

  @Option(names = "--site-port", defaultValue = "8080")
  int sitePort;

  @Override
  public Integer call() throws Exception {
    Configuration configuration =
        Configuration.in(data)
            .at(
                host,
                new Ports(
                    dispatchPort, notificationPort, switchboardPort, httpPort, httpsPort, sitePort));
    ChrysalisServer server =
        ChrysalisServer.start(
            configuration,
            StoreOptions.in(data),
            ChrysalisServer.systemTime(),
            new SimpleMeterRegistry());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  stopped.countDown();
                }));
    server.addresses().forEach((role, address) -> System.out.println(role + " " + address));
    System.out.println("ready");
    stopped.await();
    return 0;
  }
}

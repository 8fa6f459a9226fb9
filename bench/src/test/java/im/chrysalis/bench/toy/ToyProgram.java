package im.chrysalis.bench.toy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The toy as a program of its own. */
public final class ToyProgram {
  private ToyProgram() {}

  /** {@code serve --data DIR --notification-port N ...}; what it does not know is passed over. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> words = List.of(arguments);
    Path accounts = Path.of(after(words, "--data")).resolve("accounts.jsonl");
    ToyServer.Ports ports =
        new ToyServer.Ports(
            port(words, "--notification-port"),
            port(words, "--switchboard-port"),
            port(words, "--http-port"),
            port(words, "--https-port"));
    try (ToyServer _ = ToyServer.start(accounts, ports, Path.of(System.getProperty("toy.keys")))) {
      System.out.println("serving " + accounts);
      System.out.println("ready");
      Thread.currentThread().join();
    }
  }

  private static int port(List<String> words, String option) {
    return Integer.parseInt(after(words, option));
  }

  private static String after(List<String> words, String word) {
    return words.get(words.indexOf(word) + 1);
  }
}

package im.chrysalis.bench.toy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The toy as a program of its own. */
public final class ToyProgram {
  private ToyProgram() {}

  /** {@code serve --data DIR --notification-port N --switchboard-port N}; more is passed over. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> words = List.of(arguments);
    Path accounts = Path.of(after(words, "--data")).resolve("accounts.jsonl");
    int notification = Integer.parseInt(after(words, "--notification-port"));
    int switchboard = Integer.parseInt(after(words, "--switchboard-port"));
    try (ToyServer _ = ToyServer.start(accounts, notification, switchboard)) {
      System.out.println("serving " + accounts);
      System.out.println("ready");
      Thread.currentThread().join();
    }
  }

  private static String after(List<String> words, String word) {
    return words.get(words.indexOf(word) + 1);
  }
}

package im.chrysalis.bench.toy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The toy as a program that takes the command lines the bench gives to the real launcher. */
public final class ToyProgram {
  private ToyProgram() {}

  /** {@code account import FILE --test-hashes --data DIR} or {@code serve …}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> words = List.of(arguments);
    Path accounts = Path.of(after(words, "--data")).resolve("accounts.jsonl");
    if (words.getFirst().equals("account")) {
      if (!words.contains("--test-hashes")) throw new IOException("slow hashes: " + words);
      Files.createDirectories(accounts.getParent());
      Files.copy(Path.of(after(words, "import")), accounts);
      return;
    }
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

package im.chrysalis.bench.scenario;

import im.chrysalis.bench.load.Account;
import im.chrysalis.bench.load.Script;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The accounts of one measured network. All addresses have the same length, so that everybody is
 * answered with the same number of bytes.
 *
 * @param people how many ordinary people there are
 * @param contacts how many contacts each has: the next ones in the row, which begins anew at its
 *     end, so that everybody is also in as many other lists
 * @param watchers how many more people have only {@link #star} as contact
 */
record Crowd(int people, int contacts, int watchers) {
  private static final String PASSWORD = "bench-secret";

  Crowd {
    if (contacts >= people && contacts > 0) {
      throw new IllegalArgumentException(people + " people cannot have " + contacts + " contacts");
    }
  }

  static Crowd of(int people) {
    return new Crowd(people, 0, 0);
  }

  /** The n-th of the people, beginning again behind the last. */
  Account person(int n) {
    return account(name("p", n % people));
  }

  /** The n-th of the people, about to sign in by password. */
  Script comer(int n) {
    return Script.withPassword(person(n));
  }

  /** The one whom all watchers watch. */
  Account star() {
    return account(name("s", 0));
  }

  Account watcher(int n) {
    return account(name("w", n));
  }

  /** Writes the accounts as a file for {@code account import}. */
  void writeTo(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < people; i++) {
        int me = i;
        write(
            out,
            name("p", i),
            IntStream.rangeClosed(1, contacts)
                .mapToObj(step -> contact(name("p", (me + step) % people)))
                .collect(Collectors.joining(",")));
      }
      if (watchers > 0) write(out, name("s", 0), "");
      for (int i = 0; i < watchers; i++) write(out, name("w", i), contact(name("s", 0)));
    }
  }

  private static void write(BufferedWriter out, String name, String contacts) throws IOException {
    out.write(
        """
        {"account":"%s","password":"%s","name":"%s","legacy":true,"contacts":[%s]}
        """
            .formatted(address(name), PASSWORD, name, contacts));
  }

  private static String contact(String name) {
    return "{\"account\":\"" + address(name) + "\",\"lists\":[\"FL\",\"AL\"]}";
  }

  private static Account account(String name) {
    return new Account(address(name), PASSWORD);
  }

  private static String address(String name) {
    return name + "@bench.test";
  }

  private static String name(String kind, int n) {
    return String.format(Locale.ROOT, "%s%05d", kind, n);
  }
}

package im.chrysalis.terminal;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Where the password comes from; never from the command line, which others can see. */
final class Passwords {
  static final String VARIABLE = "CHRYSALIS_PASSWORD";

  private Passwords() {}

  /**
   * The password: a line of input when that was asked for, else the environment's, else what the
   * person types unseen. Nothing when there is none.
   */
  static Optional<String> read(
      boolean fromInput, BufferedReader input, Map<String, String> environment, String account)
      throws IOException {
    if (fromInput) {
      return Optional.ofNullable(input.readLine());
    }
    if (environment.containsKey(VARIABLE)) {
      return Optional.ofNullable(environment.get(VARIABLE));
    }
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(console -> console.readPassword("Password for %s: ", account))
        .map(String::new);
  }
}

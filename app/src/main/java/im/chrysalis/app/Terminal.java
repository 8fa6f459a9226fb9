package im.chrysalis.app;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a command reads and writes.
 *
 * @param out what the command was called for
 * @param err what went wrong, and how things go on
 * @param person somebody to ask; absent when nobody sits there
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, Optional<Person> person) {

  /** Somebody to ask. */
  interface Person {
    /** Asks for a line, shown as it is typed. */
    String line(String question) throws IOException;

    /** Asks for a line that is not shown. */
    String secret(String question) throws IOException;
  }

  /** That of this process. Always UTF-8, because files made with a redirection are read again. */
  static Terminal ofProcess() {
    return new Terminal(
        System.in,
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        Optional.ofNullable(System.console()).filter(Console::isTerminal).map(AtConsole::new));
  }

  /**
   * A password: asked for twice when somebody sits there, else the next line of what comes in.
   *
   * @param fromInput whether it comes in even when somebody sits there
   */
  String newPassword(boolean fromInput) throws IOException {
    if (fromInput || person.isEmpty()) {
      return nextLine();
    }
    String first = person.get().secret("Password: ");
    if (!first.equals(person.get().secret("Once more: "))) {
      throw new IOException("the two passwords differ");
    }
    return first;
  }

  private String nextLine() throws IOException {
    String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
    if (line == null) {
      throw new IOException("no password came on standard input");
    }
    return line;
  }

  private record AtConsole(Console console) implements Person {
    @Override
    public String line(String question) throws IOException {
      return ended(console.readLine("%s", question));
    }

    @Override
    public String secret(String question) throws IOException {
      char[] typed = console.readPassword("%s", question);
      String secret = ended(typed == null ? null : new String(typed));
      Arrays.fill(typed == null ? new char[0] : typed, ' ');
      return secret;
    }

    private static String ended(@Nullable String line) throws IOException {
      if (line == null) {
        throw new IOException("no answer");
      }
      return line;
    }
  }
}

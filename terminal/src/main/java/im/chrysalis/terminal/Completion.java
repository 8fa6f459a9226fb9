package im.chrysalis.terminal;

import im.chrysalis.client.Contact;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the TAB key makes of a line: commands at its beginning, contacts behind them and in texts.
 *
 * @param line with as much as is certain
 * @param choices what it could become, when there are several
 */
record Completion(InputLine line, List<String> choices) {

  /** Something to write, and what somebody may begin to type to get it. */
  private record Candidate(String text, List<String> names) {
    boolean isMeant(String begun) {
      return names.stream().anyMatch(name -> lower(name).startsWith(lower(begun)));
    }
  }

  static Completion of(InputLine line, Window window) {
    String head = line.head();
    int from = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n')) + 1;
    String begun = head.substring(from);
    List<String> meant =
        candidates(head, from, window)
            .filter(it -> !begun.isEmpty() && it.isMeant(begun))
            .map(Candidate::text)
            .distinct()
            .sorted()
            .toList();
    if (meant.isEmpty()) {
      return new Completion(line, List.of());
    }
    if (meant.size() == 1) {
      return new Completion(line.replace(from, meant.getFirst() + " "), List.of());
    }
    String common = meant.stream().reduce(Completion::common).orElse("");
    boolean further = lower(common).startsWith(lower(begun));
    return new Completion(further ? line.replace(from, common) : line, meant);
  }

  private static Stream<Candidate> candidates(String head, int from, Window window) {
    if (from == 0 && head.startsWith("/")) {
      return Commands.ALL.stream()
          .map(Commands.Command::name)
          .map(it -> new Candidate(it, List.of(it)));
    }
    boolean command = head.startsWith("/");
    Stream<Candidate> words =
        head.startsWith("/status ")
            ? Commands.STATUS_WORDS.keySet().stream().map(it -> new Candidate(it, List.of(it)))
            : Stream.empty();
    Stream<Candidate> people =
        window.roster().people().values().stream()
            .map(who ->
                new Candidate(
                    command ? who.address().text() : Harmless.line(window.nameOf(who.address())),
                    List.of(who.address().text(), named(window, who))));
    return head.startsWith("/status ") ? words : people;
  }

  private static String named(Window window, Contact who) {
    return Harmless.line(window.nameOf(who.address()));
  }

  private static String common(String a, String b) {
    int same = 0;
    while (same < Math.min(a.length(), b.length())
        && Character.toLowerCase(a.charAt(same)) == Character.toLowerCase(b.charAt(same))) {
      same++;
    }
    return a.substring(0, same);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

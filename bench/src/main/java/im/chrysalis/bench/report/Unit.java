package im.chrysalis.bench.report;

/** What a figure counts. */
public enum Unit {
  CPU_PER_MESSAGE("µs CPU per message", "µs"),
  CPU_PER_SIGN_IN("µs CPU per sign-in", "µs"),
  CPU_PER_TICKET("µs CPU per ticket", "µs"),
  CPU_PER_POLL("µs CPU per poll", "µs"),
  CPU_PER_NOTIFICATION("µs CPU per notification", "µs"),
  MEMORY_PER_CONNECTION("KB RSS per connection", "KB"),
  CPU_TO_READY("s CPU until ready", "s"),
  WALL_TO_READY("s until ready", "s"),
  SIGN_INS_PER_SECOND("sign-ins per second", "/s");

  private final String meaning;
  private final String symbol;

  Unit(String meaning, String symbol) {
    this.meaning = meaning;
    this.symbol = symbol;
  }

  /** The unit in words, as in the JSON document. */
  public String meaning() {
    return meaning;
  }

  /** The unit as written behind a figure in the table. */
  public String symbol() {
    return symbol;
  }
}

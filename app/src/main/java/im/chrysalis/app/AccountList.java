package im.chrysalis.app;

import im.chrysalis.app.operate.Lines;
import im.chrysalis.app.operate.ListAccounts;
import im.chrysalis.app.operate.ListAccounts.Row;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./chrysalis account list}. */
@Command(
    name = "list",
    description = "Lists all accounts in the order of their numbers.",
    mixinStandardHelpOptions = true)
final class AccountList implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Option(names = "--json", description = "One JSON object a line instead of a table.")
  boolean json;

  AccountList(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (json) {
      Writer out = new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8);
      Desk.order(place, new ListAccounts(), Reader.nullReader(), out);
    } else {
      StringWriter lines = new StringWriter();
      Desk.order(place, new ListAccounts(), Reader.nullReader(), lines);
      print(lines.toString());
    }
    return 0;
  }

  private void print(String lines) throws Exception {
    Table table = new Table("NUMBER", "ADDRESS", "ALIAS", "NAME");
    List<Row> rows = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      rows.add(Lines.value(line, Row.class));
    }
    if (rows.isEmpty()) {
      terminal.err().println("there is no account yet");
      return;
    }
    rows.forEach(it -> table.row(Long.toString(it.number()), it.account(), it.alias(), it.name()));
    table.print(terminal.out());
  }
}

package im.chrysalis.app.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Hands out every account as one JSON object a line, in the order of numbers. */
public record ListAccounts() implements Order<ListAccounts.Total> {

  /** One account, as it is handed out. */
  public record Row(long number, String account, String alias, String name) {}

  /** How many there were. */
  public record Total(long accounts) {}

  @Override
  public Class<Total> answer() {
    return Total.class;
  }

  @Override
  public Total carryOut(Workplace at, Exchange with) throws IOException {
    Writer out = with.outgoing();
    long[] count = new long[1];
    try {
      at.store()
          .registry()
          .list(account -> {
            count[0]++;
            Lines.write(
                out,
                new Row(
                    account.card().id().number(),
                    account.card().address().text(),
                    account.alias().text(),
                    account.card().name()));
          });
    } catch (UncheckedIOException fault) {
      throw fault.getCause();
    }
    return new Total(count[0]);
  }
}

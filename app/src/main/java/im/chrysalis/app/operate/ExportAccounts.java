package im.chrysalis.app.operate;

import java.io.IOException;

/** Hands out every account as an import reads it, secrets included. */
public record ExportAccounts() implements Order<ExportAccounts.Total> {

  /** How many there were. */
  public record Total(long accounts) {}

  @Override
  public Class<Total> answer() {
    return Total.class;
  }

  @Override
  public Total carryOut(Workplace at, Exchange with) throws IOException {
    return new Total(at.store().registry().exportLines(with.outgoing()));
  }
}

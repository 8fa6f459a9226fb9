package im.chrysalis.store;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.ImportReport;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;

/** Imports and exports of texts. */
final class Imports {
  private Imports() {}

  /** Imports lines of which none is bad. */
  static ImportReport all(Store store, String lines) {
    ImportReport report = strictly(store, lines);
    assertThat(report.complaints()).isEmpty();
    return report;
  }

  /** Imports all or nothing. */
  static ImportReport strictly(Store store, String lines) {
    return run(store, lines, false);
  }

  /** Imports what is good. */
  static ImportReport skippingBad(Store store, String lines) {
    return run(store, lines, true);
  }

  static String export(Store store) {
    try {
      StringBuilder out = new StringBuilder();
      store.registry().exportLines(out);
      return out.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImportReport run(Store store, String lines, boolean skipBad) {
    try {
      return store.registry().importLines(new StringReader(lines), skipBad);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package im.chrysalis.app;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows of words, printed so that columns stand below each other. */
final class Table {
  private final List<String[]> rows = new ArrayList<>();
  private final int[] widths;

  Table(String... headings) {
    widths = new int[headings.length];
    row(headings);
  }

  void row(String... cells) {
    rows.add(cells);
    for (int i = 0; i < cells.length; i++) {
      widths[i] = Math.max(widths[i], width(cells[i]));
    }
  }

  void print(PrintStream out) {
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.length; i++) {
        line.append(shown(row[i]));
        if (i < row.length - 1) {
          line.append(" ".repeat(widths[i] - width(row[i]) + 2));
        }
      }
      out.println(line);
    }
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  /** A name may hold anything, also what would move the cursor of the operator's terminal. */
  private static String shown(String cell) {
    return cell.codePoints()
        .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}

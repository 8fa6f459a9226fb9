package im.chrysalis.store;

import im.chrysalis.domain.account.ImportReport;
import im.chrysalis.domain.account.ImportReport.BadLine;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is wrong with the lines of an import: the first complaint about each. */
final class Complaints {
  private final Map<Long, String> byLine = new TreeMap<>();
  private final Set<Long> leftOut = new HashSet<>();

  /** The line can't be used. */
  void refuse(long line, String why) {
    byLine.putIfAbsent(line, why);
    leftOut.add(line);
  }

  /** A part of the line can't be used. */
  void mention(long line, String why) {
    byLine.putIfAbsent(line, why);
  }

  boolean isEmpty() {
    return byLine.isEmpty();
  }

  /** Whether the whole line can't be used. */
  boolean isRefused(long line) {
    return leftOut.contains(line);
  }

  int count() {
    return byLine.size();
  }

  /** The first ones, in the order of lines. */
  List<BadLine> first() {
    return byLine.entrySet().stream()
        .limit(ImportReport.MAX_COMPLAINTS)
        .map(it -> new BadLine(it.getKey(), it.getValue()))
        .toList();
  }
}

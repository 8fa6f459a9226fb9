package im.chrysalis.app.operate;

import im.chrysalis.domain.account.ImportReport;
import im.chrysalis.domain.person.Notice;
import java.io.IOException;
import java.util.List;

/**
 * Makes accounts and their lists of what is handed in, one JSON object a line.
 *
 * @param skipBad whether good lines are imported when others are bad
 * @param testHashes whether passwords get hashes that protect nobody
 */
public record ImportAccounts(boolean skipBad, boolean testHashes)
    implements Order<ImportAccounts.Done> {

  /**
   * What came of it.
   *
   * @param imported how many accounts were made
   * @param bad how many lines could not be used
   * @param complaints what is wrong with the first of them
   */
  public record Done(int imported, int bad, List<String> complaints) {}

  @Override
  public Class<Done> answer() {
    return Done.class;
  }

  @Override
  public Done carryOut(Workplace at, Exchange with) throws IOException {
    ImportReport report = at.store().registry().importLines(with.incoming(), skipBad, testHashes);
    report.touched().forEach(who -> at.people().tell(who, new Notice.Reread()));
    return new Done(
        report.imported(),
        report.badLines(),
        report.complaints().stream().map(ImportReport.BadLine::toString).toList());
  }
}

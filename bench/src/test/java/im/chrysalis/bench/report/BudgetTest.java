package im.chrysalis.bench.report;

import static im.chrysalis.bench.report.Budget.Verdict.NONE;
import static im.chrysalis.bench.report.Budget.Verdict.OK;
import static im.chrysalis.bench.report.Budget.Verdict.OVER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetTest {
  private static Result figure(double server) {
    return Result.of("x", "y", Unit.SIGN_INS_PER_SECOND, Rounds.once(server));
  }

  @Test
  void aLimitAboveAndALimitBelow() {
    assertThat(new Budget.AtMost(4).judge(figure(4))).isEqualTo(OK);
    assertThat(new Budget.AtMost(4).judge(figure(4.01))).isEqualTo(OVER);
    assertThat(new Budget.AtLeast(1000).judge(figure(1000))).isEqualTo(OK);
    assertThat(new Budget.AtLeast(1000).judge(figure(999))).isEqualTo(OVER);
  }

  @Test
  void aRatioNeedsAYardstick() {
    Budget budget = new Budget.TimesYardstick(1.6);

    assertThat(budget.judge(figure(8))).isEqualTo(NONE);
    assertThat(budget.judge(figure(8).against(Rounds.once(5)))).isEqualTo(OK);
    assertThat(budget.judge(figure(8.1).against(Rounds.once(5)))).isEqualTo(OVER);
  }
}

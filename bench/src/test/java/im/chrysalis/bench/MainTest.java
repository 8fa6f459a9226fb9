package im.chrysalis.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
  private final StringWriter output = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new Main())
        .setOut(new PrintWriter(output))
        .setErr(new PrintWriter(output))
        .execute(arguments);
  }

  @Test
  void anUnknownScenarioIsWrongUsageAndTheKnownOnesAreNamed() {
    assertThat(run("relay", "marathon")).isEqualTo(2);
    assertThat(output.toString())
        .contains(
            "no scenario marathon; there are start, relay, gateway, sign-in, ticket, sso, presence,"
                + " idle, storm");
  }

  @Test
  void helpNamesTheScenarios() {
    assertThat(run("--help")).isZero();
    assertThat(output.toString()).contains("start, relay, gateway, sign-in", "--json");
  }

  @Test
  void noConnectionsIsWrongUsage() {
    assertThat(run("idle", "--connections", "0")).isEqualTo(2);
  }
}

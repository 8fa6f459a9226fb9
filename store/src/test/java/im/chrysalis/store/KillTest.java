package im.chrysalis.store;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.contact.Group;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.values.AccountId;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
  private static final int ENOUGH = 2_000;

  @TempDir Path directory;

  @Test
  @Timeout(60)
  void nothingThatWasAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Map<Long, Long> acknowledged = new HashMap<>();
    try (BufferedReader said = victim.inputReader()) {
      int count = 0;
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        String[] words = line.split(" ", -1);
        if (words.length == 2 && !words[1].isEmpty()) { // the last line may be cut off
          acknowledged.merge(Long.valueOf(words[0]), Long.valueOf(words[1]), Math::max);
        }
        if (++count == ENOUGH) {
          victim.toHandle().destroyForcibly(); // SIGKILL; what it said can still be read
        }
      }
      assertThat(count).isGreaterThanOrEqualTo(ENOUGH);
    } finally {
      victim.destroyForcibly();
    }
    assertThat(victim.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(acknowledged).hasSize(Victim.PEOPLE);
    try (Store store = Store.open(StoreOptions.in(directory))) {
      acknowledged.forEach((number, version) -> assertHas(store, number, version));
    }
  }

  private static void assertHas(Store store, long number, long version) {
    Roster roster = Neighbours.await(store.people().load(new AccountId(number))).orElseThrow();
    assertThat(roster.account().listVersion()).isGreaterThanOrEqualTo(version);
    assertThat(roster.groups())
        .extracting(Group::name)
        .containsExactly("at " + roster.account().listVersion());
  }
}

package im.chrysalis.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrowdTest {
  @TempDir Path folder;

  private List<String> lines(Crowd crowd) throws IOException {
    Path file = folder.resolve("accounts.jsonl");
    crowd.writeTo(file);
    return Files.readAllLines(file);
  }

  @Test
  void everybodyHasTheNextOnesAsContactsAndTheRowBeginsAnew() throws IOException {
    List<String> lines = lines(new Crowd(4, 2, 0));

    assertThat(lines).hasSize(4);
    assertThat(lines.getLast())
        .isEqualTo(
            "{\"account\":\"p00003@bench.test\",\"password\":\"bench-secret\",\"name\":\"p00003\","
                + "\"legacy\":true,\"contacts\":["
                + "{\"account\":\"p00000@bench.test\",\"lists\":[\"FL\",\"AL\"]},"
                + "{\"account\":\"p00001@bench.test\",\"lists\":[\"FL\",\"AL\"]}]}");
  }

  @Test
  void watchersHaveOnlyTheStar() throws IOException {
    List<String> lines = lines(new Crowd(1, 0, 2));

    assertThat(lines).hasSize(4);
    assertThat(lines.get(1)).contains("s00000@bench.test").endsWith("\"contacts\":[]}");
    assertThat(lines.get(3)).contains("w00001@bench.test", "{\"account\":\"s00000@bench.test\"");
  }

  @Test
  void peopleTakeTurnsWhenThereAreTooFew() {
    assertThat(Crowd.of(3).person(7)).isEqualTo(Crowd.of(3).person(1));
  }
}

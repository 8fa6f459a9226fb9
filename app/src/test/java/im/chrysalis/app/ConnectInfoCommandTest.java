package im.chrysalis.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectInfoCommandTest {
  @TempDir Path directory;
  private DataDirectory data;

  @BeforeEach
  void makeDirectory() throws IOException {
    data = DataDirectory.in(directory).configure("");
  }

  @Test
  void theAddressLeadsTheNameThatClientsLookUp() {
    Ran ran = data.command("connect-info", "--address", "192.0.2.10");

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines().filter(it -> !it.startsWith("#")))
        .containsExactly("192.0.2.10\tmessenger.hotmail.com");
  }

  @Test
  void aNameBecomesAnAddressBecauseAHostsFileTakesNoOther() {
    assertThat(data.command("connect-info", "--address", "localhost").out())
        .contains("127.0.0.1\tmessenger.hotmail.com");
  }

  @Test
  void anAddressThatOldClientsDoNotKnowIsRefused() {
    Ran ran = data.command("connect-info", "--address", "::1");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).hasLineCount(1).contains("::1 has no IPv4 address");
  }

  @Test
  void theAdvertisedHostIsTakenWhenNoOtherIsNamed() throws IOException {
    data.configure("advertise = \"192.0.2.7,10.0.0.0/8=10.0.0.1\"");

    assertThat(data.command("connect-info").out()).contains("192.0.2.7\tmessenger.hotmail.com");
  }

  @Test
  void aPortThatClientsDoNotLookForIsPointedOut() throws IOException {
    data.configure("[ports]\ndispatch = 2863");

    assertThat(data.command("connect-info", "--address", "192.0.2.10").err()).contains("2863");
  }
}

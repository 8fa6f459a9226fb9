package im.chrysalis.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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
        .startsWith("192.0.2.10\tmessenger.hotmail.com")
        .contains("192.0.2.10\tlogin.live.com", "192.0.2.10\tnexus.passport.com")
        .allMatch(it -> it.startsWith("192.0.2.10\t") && !it.contains("*"));
  }

  @Test
  void aFileForTheRegistryEditorLeadsOldClientsToAddressAndPort() throws IOException {
    data.configure("[ports]\ndispatch = 2863");
    Path file = directory.resolve("lead.reg");

    data.command("connect-info", "--address", "192.0.2.10", "--reg", file.toString());

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            REGEDIT4

            [HKEY_CURRENT_USER\\Software\\Microsoft\\MessengerService]
            "Server"="192.0.2.10:2863"

            [HKEY_CURRENT_USER\\Software\\Microsoft\\MSNMessenger]
            "Server"="192.0.2.10:2863"

            """
                .replace("\n", "\r\n"));
  }

  @Test
  void itTellsWhereTheCertificateIsThatClientsMustTrust() throws IOException {
    assertThat(data.command("connect-info", "--address", "192.0.2.10").out())
        .contains("http://192.0.2.10/ca.crt");
    data.configure("[ports]\nhttp = 8081");
    Ran ran = data.command("connect-info", "--address", "192.0.2.10");
    assertThat(ran.out()).contains("http://192.0.2.10:8081/ca.crt");
    assertThat(ran.err()).contains("The http port is set to 8081, not 80");
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

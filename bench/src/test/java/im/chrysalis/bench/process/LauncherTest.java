package im.chrysalis.bench.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.bench.process.ServerProcess.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  @TempDir Path folder;

  @Test
  void withoutALauncherItSaysWhereItLooked() {
    assertThatThrownBy(() -> Launcher.find(Optional.empty()))
        .isInstanceOf(CannotMeasure.class)
        .hasMessageContaining("no launcher at " + Path.of("chrysalis").toAbsolutePath())
        .hasMessageContaining("-Dchrysalis.home=FOLDER");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aServerThatEndsAtOnceIsQuoted() throws IOException {
    Launcher launcher = script("echo looking around; echo 'port 1863 is in use' >&2; exit 1");

    assertThatThrownBy(
            () -> ServerProcess.start(launcher, Launch.AS_BUILT, folder, folder.resolve("log")))
        .isInstanceOf(CannotMeasure.class)
        .hasMessageContaining("the server ended before it was ready")
        .hasMessageContaining("looking around")
        .hasMessageContaining("port 1863 is in use");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anImportThatFailsIsQuoted() throws IOException {
    Launcher launcher = script("echo 'line 3 is no account'; exit 2");

    assertThatThrownBy(() -> launcher.importAccounts(folder.resolve("accounts"), folder))
        .isInstanceOf(CannotMeasure.class)
        .hasMessage("accounts could not be imported (exit 2): line 3 is no account");
  }

  private Launcher script(String commands) throws IOException {
    Path script = Files.writeString(folder.resolve("chrysalis"), "#!/bin/sh\n" + commands + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new Launcher(folder, script, Optional.empty());
  }
}

package im.chrysalis.bench.toy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a {@code chrysalis} script that starts the toy as the launcher starts the server. */
public final class ToyLauncher {
  private ToyLauncher() {}

  public static Path writeTo(Path home) throws IOException {
    Path script = home.resolve("chrysalis");
    Files.writeString(
        script,
        """
        #!/bin/sh
        exec '%s/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' %s "$@"
        """
            .formatted(
                System.getProperty("java.home"),
                System.getProperty("java.class.path"),
                ToyProgram.class.getName()));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }
}

package im.chrysalis.bench.toy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A {@code chrysalis} script that makes accounts and starts the toy, as the real launcher would.
 */
public final class ToyLauncher {
  private ToyLauncher() {}

  public static Path writeTo(Path home) throws IOException {
    Path script = home.resolve("chrysalis");
    Path keys = home.resolve("toy-keys");
    ToyTls.makeKeys(keys);
    Files.writeString(
        script,
        """
        #!/bin/sh
        if [ "$*" = "account import $3 --test-hashes --data $6" ]; then
          mkdir -p "$6" && exec cp "$3" "$6/accounts.jsonl"
        fi
        exec '%s/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dtoy.keys='%s' -cp '%s' %s "$@"
        """
            .formatted(
                System.getProperty("java.home"),
                keys,
                System.getProperty("java.class.path"),
                ToyProgram.class.getName()));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }
}

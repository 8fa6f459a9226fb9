package im.chrysalis.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {
  @TempDir Path directory = Path.of("");

  @Test
  void oneAtATimeMayUseADirectory() throws IOException {
    DataLock first = DataLock.takeForServer(directory).orElseThrow();

    assertThat(DataLock.take(directory, DataLock.COMMAND)).isEmpty();
    assertThat(DataLock.takeForServer(directory)).isEmpty();
    assertThat(Office.inUse(directory))
        .isEqualTo(
            "the data directory %s is in use by another Chrysalis (server %d)"
                .formatted(directory, ProcessHandle.current().pid()));

    first.close();
    Optional<DataLock> next = DataLock.take(directory, DataLock.COMMAND);
    assertThat(next).isPresent();
    next.get().close();
  }

  @Test
  void aMissingDirectoryIsMadeForItsOwnerOnly() throws IOException {
    Path missing = directory.resolve("a").resolve("b");

    DataLock.takeForServer(missing).orElseThrow().close();

    assertThat(Files.getPosixFilePermissions(missing))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aServerWaitsForACommandToEnd() throws Exception {
    DataLock command = DataLock.take(directory, DataLock.COMMAND).orElseThrow();
    CompletableFuture<Optional<DataLock>> server =
        CompletableFuture.supplyAsync(() -> takeForServer());

    command.close();

    Optional<DataLock> taken = server.get(20, TimeUnit.SECONDS);
    assertThat(taken).isPresent();
    taken.get().close();
  }

  @Test
  void whatIsNoDirectoryIsSaidInOneSentence() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThatThrownBy(() -> DataLock.takeForServer(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the data directory " + file + " can't be used: ");
  }

  private Optional<DataLock> takeForServer() {
    try {
      return DataLock.takeForServer(directory);
    } catch (IOException fault) {
      throw new AssertionError(fault);
    }
  }
}

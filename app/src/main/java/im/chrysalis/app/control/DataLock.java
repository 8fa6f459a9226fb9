package im.chrysalis.app.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to use a data directory: one process at a time has it, until it ends or closes this.
 */
public final class DataLock implements AutoCloseable {
  private static final String FILE = "lock";
  public static final String COMMAND = "command";
  private static final String SERVER = "server";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LONGEST_NAME = 100;

  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock if nobody has it; makes the directory, for the owner only, when it is missing.
   *
   * @param kind what has it, for others to read: {@link #COMMAND} or a server
   * @return nothing when somebody else has it
   * @throws IOException when the directory can't be used; the message is a sentence
   */
  public static Optional<DataLock> take(Path data, String kind) throws IOException {
    try {
      makeDirectory(data);
      FileChannel channel =
          FileChannel.open(
              data.resolve(FILE),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              (kind + " " + ProcessHandle.current().pid() + "\n")
                  .getBytes(StandardCharsets.UTF_8)));
      return Optional.of(new DataLock(channel));
    } catch (IOException fault) {
      throw new IOException("the data directory " + data + " can't be used: " + fault, fault);
    }
  }

  /**
   * Takes the lock for a server; waits for a command that has it, since that ends soon.
   *
   * @return nothing when another server has it
   */
  public static Optional<DataLock> takeForServer(Path data) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<DataLock> lock = take(data, SERVER);
    while (lock.isEmpty() && isCommand(data) && System.nanoTime() - end < 0) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
      lock = take(data, SERVER);
    }
    return lock;
  }

  private static boolean isCommand(Path data) {
    return holder(data).filter(it -> it.startsWith(COMMAND)).isPresent();
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ownOther) {
      return null; // this process has it already
    }
  }

  private static void makeDirectory(Path data) throws IOException {
    if (Files.isDirectory(data)) {
      return;
    }
    Path parent = data.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.createDirectories(data, ownerOnly(data));
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0]; // on Windows the parent's permissions are inherited
  }

  /** Who has the lock, as they said; nothing when that can't be read. */
  public static Optional<String> holder(Path data) {
    try {
      String text = Files.readString(data.resolve(FILE)).strip();
      return Optional.of(text).filter(it -> !it.isEmpty() && it.length() <= LONGEST_NAME);
    } catch (IOException unreadable) {
      return Optional.empty(); // Windows lets nobody else read a locked file
    }
  }

  /** Gives the directory back. The file stays: removing it would let two believe they have it. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}

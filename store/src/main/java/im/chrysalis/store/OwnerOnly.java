package im.chrysalis.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes files that nobody but their owner may read; on Windows the directory decides that. */
final class OwnerOnly {
  private OwnerOnly() {}

  /** Makes an empty file; fails when there is one. */
  static Path newFile(Path file) throws IOException {
    return Files.createFile(file, permissions(file, "rw-------"));
  }

  /** Makes a directory of a new name. */
  static Path newDirectory(Path parent, String prefix) throws IOException {
    return Files.createTempDirectory(parent, prefix, permissions(parent, "rwx------"));
  }

  private static FileAttribute<?>[] permissions(Path file, String permissions) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}

package im.chrysalis.net.tls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * The own authority and what it has issued, in one directory for the owner's eyes only.
 *
 * <pre>
 *   ca.crt           what clients must trust
 *   ca.key
 *   server.crt/.key  signed with SHA-256
 *   old.crt/.key     signed with SHA-1, for clients that know nothing later
 * </pre>
 */
final class AuthorityFiles {
  private static final String CA = "ca";

  private final Path directory;
  private boolean stopped;

  AuthorityFiles(Path directory) {
    this.directory = directory;
  }

  /** Writes no more from now on; what is being made is made for nothing. */
  synchronized void stop() {
    stopped = true;
  }

  /** What there is: the authority, and a certificate of each kind. */
  record Issued(Authority authority, Identity server, Identity old) {}

  /**
   * Reads everything, and makes what is missing or does not fit any more. Takes a second or more.
   *
   * @throws CancellationException when it was stopped meanwhile
   */
  Issued readOrMake(List<String> moreNames, Instant now) throws IOException {
    Authority authority;
    Optional<Identity> kept = read(CA);
    if (kept.isPresent()) {
      authority = new Authority(kept.get());
      if (!authority.identity().fits()) {
        throw new TlsProblem(directory + " has a ca.key that is not the key of its ca.crt");
      }
    } else {
      authority = CertificateMaker.authority(now);
      write(CA, authority.identity());
    }
    List<String> names =
        Stream.of(ServiceNames.ALL, ServiceNames.FAMILIES, moreNames)
            .flatMap(List::stream)
            .distinct()
            .toList();
    return new Issued(
        authority,
        leaf("server", authority, names, Authority.Digest.SHA256, now),
        leaf("old", authority, names, Authority.Digest.SHA1, now));
  }

  private Identity leaf(
      String name, Authority authority, List<String> names, Authority.Digest digest, Instant now)
      throws IOException {
    Optional<Identity> kept =
        read(name).filter(it -> it.fits() && it.covers(names) && authority.stands(it, now));
    if (kept.isPresent()) {
      return kept.get();
    }
    Identity made = CertificateMaker.issue(authority, names, digest);
    write(name, made);
    return made;
  }

  /** Nothing without a certificate; a key alone is left of a making that was interrupted. */
  private Optional<Identity> read(String name) throws TlsProblem {
    Path certificate = directory.resolve(name + ".crt");
    Path key = directory.resolve(name + ".key");
    if (!Files.exists(certificate)) {
      return Optional.empty();
    }
    PrivateKey read = Pem.key(key);
    return Optional.of(new Identity(read, Pem.certificates(certificate)));
  }

  private synchronized void write(String name, Identity identity) throws IOException {
    if (stopped) {
      throw new CancellationException("stopped");
    }
    Files.createDirectories(directory, permitted("rwx------"));
    Path key = fresh(name + ".key", Pem.text(identity.key()));
    Path certificate = fresh(name + ".crt", Pem.text(identity.certificate()));
    Files.move(key, directory.resolve(name + ".key"), StandardCopyOption.REPLACE_EXISTING);
    Files.move(certificate, directory.resolve(name + ".crt"), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path fresh(String name, String text) throws IOException {
    // beside the directory, of which a backup may just be copying everything
    Path file = directory.resolveSibling("." + name + ".new");
    Files.deleteIfExists(file);
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            permitted("rw-------"))) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }
    return file;
  }

  private FileAttribute<?>[] permitted(String permissions) {
    boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}

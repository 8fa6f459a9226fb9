package im.chrysalis.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The transcripts that come with this module, as resources below {@code transcripts}. */
public final class Transcripts {
  private static final String ROOT = "transcripts";
  private static final String ENDING = ".transcript";

  private Transcripts() {}

  /** All of them. */
  public static Stream<Transcript> all() {
    return below(ROOT);
  }

  /**
   * Those in a folder and the folders in it, by name.
   *
   * @param folder such as {@code notification} or {@code notification/privacy}
   * @throws MalformedTranscript when one of them can't be read
   * @throws IllegalArgumentException when there is no such folder
   */
  public static Stream<Transcript> under(String folder) {
    return below(ROOT + "/" + folder);
  }

  /** Reads a transcript's text, of whatever origin; its name appears in messages. */
  public static Transcript read(String name, URI uri, String text) {
    return new TranscriptReader(name, uri, text).read();
  }

  private static Stream<Transcript> below(String resource) {
    URL url = Transcripts.class.getClassLoader().getResource(resource);
    if (url == null) {
      throw new IllegalArgumentException("no folder of transcripts is called " + resource);
    }
    try {
      URI uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        return readAll(Path.of(uri), resource).stream();
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return readAll(jar.getPath(resource), resource).stream();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Transcript> readAll(Path folder, String resource) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted()
          .map(file -> read(resource + "/" + folder.relativize(file), file.toUri(), text(file)))
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}

package im.chrysalis.bench.process;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a yardstick says. The n-th line of a connection gets the n-th answer; {@code OUT} gets the
 * connection closed; any further {@code CHG} gets the next of the changes, in turn.
 *
 * <pre>
 * answer 13        once for each answer, then 13 bytes
 * echo 11          once for each change: what the sender gets,
 * others 30        and what all other connections get
 * </pre>
 */
public record AnswerScript(List<byte[]> answers, List<Change> changes) {

  /** What follows when somebody changes status. */
  public record Change(byte[] echo, byte[] others) {}

  public AnswerScript {
    answers = List.copyOf(answers);
    changes = List.copyOf(changes);
  }

  void writeTo(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (byte[] answer : answers) write(out, "answer", answer);
      for (Change change : changes) {
        write(out, "echo", change.echo());
        write(out, "others", change.others());
      }
    }
  }

  private static void write(OutputStream out, String kind, byte[] bytes) throws IOException {
    out.write((kind + " " + bytes.length + "\n").getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
  }
}

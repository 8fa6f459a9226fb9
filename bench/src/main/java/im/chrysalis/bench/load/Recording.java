package im.chrysalis.bench.load;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** What a server answered to each line of a client, byte for byte. */
public final class Recording {
  private final List<ByteArrayOutputStream> answers = new ArrayList<>();

  /** The client has said its next line. */
  void said() {
    answers.add(new ByteArrayOutputStream());
  }

  void heard(byte[] bytes) {
    answers.getLast().writeBytes(bytes);
  }

  /** One answer for each line the client said, in order. */
  public List<byte[]> answers() {
    return answers.stream().map(ByteArrayOutputStream::toByteArray).toList();
  }
}

package im.chrysalis.wire.payload;

import im.chrysalis.values.Guid;
import im.chrysalis.wire.MalformedCommand;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Messages that are too long for the switchboard, in parts: clients of MSN Messenger 7 and later
 * send winks and ink so.
 *
 * <pre>
 * MIME-Version: 1.0                              Message-ID: {GUID}
 * Content-Type: text/x-msnmsgr-datacast          Chunk: 1
 * Message-ID: {GUID}
 * Chunks: 3                                      1202 bytes more
 *
 * 1202 bytes
 * </pre>
 *
 * <p>An object joins the messages of one sender to one conversation, and belongs to one thread.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/messages.md#parts">docs/protocol/messages.md</a>
 */
public final class MessageParts {
  /** How many bytes of a body one part has. */
  public static final int PART = 1202;

  private static final int MOST_PARTS = 64;
  private static final int MOST_UNFINISHED = 4;
  private static final String ID = "Message-ID";
  private static final String COUNT = "Chunks";
  private static final String INDEX = "Chunk";

  private final Map<UUID, Unfinished> unfinished = new LinkedHashMap<>();

  private static final class Unfinished {
    private final Headers headers;
    private final int parts;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int arrived;

    private Unfinished(MimeMessage first, int parts) {
      this.headers = first.headers();
      this.parts = parts;
      add(first);
    }

    private void add(MimeMessage part) {
      body.writeBytes(part.body());
      arrived++;
    }
  }

  /** The message in one part when it is short, else in several. */
  public static List<MimeMessage> cut(MimeMessage whole) {
    byte[] body = whole.body();
    if (body.length <= PART) {
      return List.of(whole);
    }
    String id = "{" + UUID.randomUUID() + "}";
    int count = (body.length + PART - 1) / PART;
    List<MimeMessage> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Headers headers =
          i == 0
              ? whole.headers().with(ID, id).with(COUNT, Integer.toString(count))
              : Headers.NONE.with(ID, id).with(INDEX, Integer.toString(i));
      int end = Math.min(body.length, (i + 1) * PART);
      parts.add(new MimeMessage(headers, Arrays.copyOfRange(body, i * PART, end)));
    }
    return parts;
  }

  /** Whether the message is a part of one. */
  public static boolean isPart(MimeMessage message) {
    return message.header(ID).isPresent()
        && (message.header(COUNT).isPresent() || message.header(INDEX).isPresent());
  }

  /**
   * Takes the sender's next message: itself when it is whole, the whole one when it is the last
   * part, and else nothing. A message is given up when a part is missing or there are too many.
   */
  public Optional<MimeMessage> join(MimeMessage message) {
    if (!isPart(message)) {
      return Optional.of(message);
    }
    Optional<UUID> id = message.header(ID).flatMap(Guid::parseBraced);
    return id.flatMap(
        it -> message.header(COUNT).isPresent() ? begin(it, message) : add(it, message));
  }

  private Optional<MimeMessage> begin(UUID id, MimeMessage first) {
    long parts = number(first, COUNT);
    if (parts < 1 || parts > MOST_PARTS) {
      return Optional.empty();
    }
    if (unfinished.size() >= MOST_UNFINISHED) {
      unfinished.remove(unfinished.keySet().iterator().next());
    }
    Unfinished begun = new Unfinished(first, (int) parts);
    unfinished.put(id, begun);
    return finished(id, begun);
  }

  private Optional<MimeMessage> add(UUID id, MimeMessage part) {
    Unfinished begun = unfinished.get(id);
    if (begun == null) {
      return Optional.empty();
    }
    if (number(part, INDEX) != begun.arrived) {
      unfinished.remove(id);
      return Optional.empty();
    }
    begun.add(part);
    return finished(id, begun);
  }

  private Optional<MimeMessage> finished(UUID id, Unfinished begun) {
    if (begun.arrived < begun.parts) {
      return Optional.empty();
    }
    unfinished.remove(id);
    return Optional.of(
        new MimeMessage(begun.headers.without(ID).without(COUNT), begun.body.toByteArray()));
  }

  private static long number(MimeMessage message, String name) {
    try {
      return message.headers().number(name);
    } catch (MalformedCommand none) {
      return -1;
    }
  }
}

package im.chrysalis.net.http;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests out of bytes that come in any pieces. Keeps no more of them than the limits allow;
 * what is malformed or over a limit is refused once, and then nothing more can be read.
 */
final class RequestReader {
  private static final byte[] NOTHING = new byte[0];
  private static final int FIRST_PIECE = 4096;
  private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,8})[ \\t]*(;.*)?");

  /** What comes next. */
  private enum Awaited {
    REQUEST_LINE,
    FIELD,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER
  }

  /** A request that is whole. */
  record Received(RequestHead head, byte[] body) {}

  private final HttpLimits limits;
  private Awaited awaited = Awaited.REQUEST_LINE;
  private @Nullable RequestLine line;
  private List<HttpField> fields = new ArrayList<>();
  private @Nullable RequestHead head;
  private int headBytes;
  private byte[] body = NOTHING;
  private int filled;
  private int missing;
  private boolean begun;
  private boolean continueDue;

  RequestReader(HttpLimits limits) {
    this.limits = limits;
  }

  /** Whether a part of a request has been read, but not all of it. */
  boolean isWithinRequest() {
    return begun;
  }

  /** Whether the client waits for the word to send its body; says so once. */
  boolean takeContinue() {
    boolean due = continueDue;
    continueDue = false;
    return due;
  }

  /**
   * Reads on.
   *
   * @return the next request; empty when more bytes are needed, all but an unfinished line taken
   */
  Optional<Received> read(ByteBuf in) throws HttpRefusal {
    while (true) {
      boolean advanced =
          switch (awaited) {
            case BODY, CHUNK -> content(in);
            case REQUEST_LINE, FIELD, CHUNK_SIZE, CHUNK_END, TRAILER -> line(in);
          };
      if (head != null && awaited == Awaited.REQUEST_LINE) {
        return Optional.of(finish(head));
      }
      if (!advanced) {
        return Optional.empty();
      }
    }
  }

  private Received finish(RequestHead whole) {
    Received received = new Received(whole, Arrays.copyOf(body, filled));
    line = null;
    fields = new ArrayList<>();
    head = null;
    headBytes = 0;
    body = NOTHING;
    filled = 0;
    begun = false;
    continueDue = false;
    return received;
  }

  private boolean line(ByteBuf in) throws HttpRefusal {
    int start = in.readerIndex();
    int end = in.indexOf(start, in.writerIndex(), (byte) '\n');
    int length = end < 0 ? in.readableBytes() : end + 1 - start;
    if (headBytes + length > limits.head()) {
      throw HttpRefusal.headTooLong();
    }
    if (end < 0) {
      begun |= length > 0;
      return false;
    }
    if (awaited != Awaited.CHUNK_SIZE && awaited != Awaited.CHUNK_END) {
      headBytes += length; // there may be many chunks, but each line of theirs is gone at once
    }
    int text = length > 1 && in.getByte(end - 1) == '\r' ? length - 2 : length - 1;
    String read = in.toString(start, text, StandardCharsets.ISO_8859_1);
    in.readerIndex(end + 1);
    take(read);
    return true;
  }

  private void take(String text) throws HttpRefusal {
    switch (awaited) {
      case REQUEST_LINE -> requestLine(text);
      case FIELD -> field(text);
      case CHUNK_SIZE -> chunkSize(text);
      case CHUNK_END -> chunkEnd(text);
      case TRAILER -> trailer(text);
      case BODY, CHUNK -> throw new IllegalStateException("no lines in a body");
    }
  }

  private void requestLine(String text) throws HttpRefusal {
    if (text.isEmpty()) {
      return; // some clients send a line end behind a body
    }
    begun = true;
    line = RequestLine.read(text);
    if (line.version() == HttpVersion.NONE) {
      // COMPAT libpurple MSNP9: the line is all there is
      head = new RequestHead(line, List.of());
    } else {
      awaited = Awaited.FIELD;
    }
  }

  private void field(String text) throws HttpRefusal {
    if (text.isEmpty()) {
      headIsWhole();
    } else if (text.charAt(0) == ' ' || text.charAt(0) == '\t') {
      if (fields.isEmpty()) {
        throw HttpRefusal.malformed();
      }
      fields.add(RequestHead.continued(fields.removeLast(), text));
    } else {
      fields.add(RequestHead.field(text));
    }
  }

  private void headIsWhole() throws HttpRefusal {
    if (line == null) {
      throw new IllegalStateException("fields without a line");
    }
    RequestHead read = new RequestHead(line, List.copyOf(fields));
    head = read;
    switch (read.body(limits.body())) {
      case RequestHead.Body.Measured(int length) -> {
        missing = length;
        awaited = length == 0 ? Awaited.REQUEST_LINE : Awaited.BODY;
        continueDue = length > 0 && read.awaitsContinue();
      }
      case RequestHead.Body.Chunked _ -> {
        awaited = Awaited.CHUNK_SIZE;
        continueDue = read.awaitsContinue();
      }
    }
  }

  private boolean content(ByteBuf in) {
    int piece = Math.min(missing, in.readableBytes());
    continueDue &= piece == 0;
    makeRoom(piece);
    in.readBytes(body, filled, piece);
    filled += piece;
    missing -= piece;
    if (missing > 0) {
      return false;
    }
    awaited = awaited == Awaited.BODY ? Awaited.REQUEST_LINE : Awaited.CHUNK_END;
    return true;
  }

  /** Grows with what has come, not with what is promised. */
  private void makeRoom(int piece) {
    if (filled + piece > body.length) {
      int twice = Math.max(FIRST_PIECE, body.length * 2);
      body = Arrays.copyOf(body, Math.max(filled + piece, Math.min(twice, filled + missing)));
    }
  }

  private void chunkSize(String text) throws HttpRefusal {
    Matcher matcher = CHUNK.matcher(text);
    if (!matcher.matches()) {
      throw HttpRefusal.malformed();
    }
    long size = Long.parseLong(matcher.group(1), 16);
    if (size > limits.body() - filled) {
      throw HttpRefusal.bodyTooLong();
    }
    missing = (int) size;
    awaited = size == 0 ? Awaited.TRAILER : Awaited.CHUNK;
  }

  private void chunkEnd(String text) throws HttpRefusal {
    if (!text.isEmpty()) {
      throw HttpRefusal.malformed();
    }
    awaited = Awaited.CHUNK_SIZE;
  }

  /** What may follow the last chunk tells old services nothing. */
  private void trailer(String text) throws HttpRefusal {
    if (text.isEmpty()) {
      awaited = Awaited.REQUEST_LINE;
    } else {
      RequestHead.field(text);
    }
  }
}

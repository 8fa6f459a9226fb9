package im.chrysalis.wire;

import im.chrysalis.values.EmailAddress;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/**
 * One command to be written: its words, and its payload if it has one. Owns the spaces, the line
 * end and the payload's length.
 */
public final class Line {
  private static final byte[] NO_PAYLOAD = new byte[0];

  private final StringBuilder text = new StringBuilder(96);
  private byte[] payload = NO_PAYLOAD;

  private Line(String verb) {
    text.append(verb);
  }

  /** A line that begins with its verb alone. */
  public static Line of(String verb) {
    return new Line(verb);
  }

  /** A line that begins with its verb and a transaction id. */
  public static Line of(String verb, TrId trId) {
    return new Line(verb).word(trId.value());
  }

  /**
   * Appends a word as it is.
   *
   * @throws IllegalArgumentException when it is empty or would break the line: our own fault, since
   *     words of others never hold such characters
   */
  public Line word(String word) {
    if (word.isEmpty()) {
      throw new IllegalArgumentException("an empty word after " + text);
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == ' ' || c == '\r' || c == '\n' || c == 0 || c > 0xFF) {
        throw new IllegalArgumentException("a word that breaks its line after " + text);
      }
    }
    text.append(' ').append(word);
    return this;
  }

  /** Appends a number. */
  public Line word(long number) {
    text.append(' ').append(number);
    return this;
  }

  /** Appends text in the form it came in or was encoded to. */
  public Line word(EncodedText word) {
    return word(word.word());
  }

  /** Appends an account's address; what is not ASCII in it is encoded. */
  public Line word(EmailAddress address) {
    return word(EncodedText.of(address.text()));
  }

  /** Appends a word when there is one. */
  public Line word(Optional<String> word) {
    word.ifPresent(this::word);
    return this;
  }

  /** Appends several words. */
  public Line words(Collection<String> words) {
    words.forEach(this::word);
    return this;
  }

  /** Appends a word if the dialect asks for it. */
  public Line when(boolean asked, Object word) {
    return asked ? word(word.toString()) : this;
  }

  /** Adds a payload, and its length as the last word. */
  public Line payload(byte[] bytes) {
    payload = bytes;
    return word(bytes.length);
  }

  /** Appends line, line end and payload to a buffer. */
  public void writeTo(ByteBuf out) {
    out.writeCharSequence(text, StandardCharsets.ISO_8859_1);
    out.writeByte('\r').writeByte('\n').writeBytes(payload);
  }

  /** The whole command as bytes. */
  public byte[] bytes() {
    byte[] bytes = new byte[text.length() + 2 + payload.length];
    for (int i = 0; i < text.length(); i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    bytes[text.length()] = '\r';
    bytes[text.length() + 1] = '\n';
    System.arraycopy(payload, 0, bytes, text.length() + 2, payload.length);
    return bytes;
  }

  /** The line without its end and its payload. */
  @Override
  public String toString() {
    return text.toString();
  }
}

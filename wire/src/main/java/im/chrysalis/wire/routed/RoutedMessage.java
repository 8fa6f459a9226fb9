package im.chrysalis.wire.routed;

import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.payload.Headers;
import im.chrysalis.wire.payload.Headers.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A message that says where it goes, as {@code PUT}, {@code DEL}, {@code NFY} and {@code SDG} carry
 * it: three blocks of headers, each ended by an empty line, and a body.
 *
 * <pre>
 * Routing: 1.0
 * To: 1:ben@example.com
 * From: 1:anna@example.com;epid={GUID}
 *
 * Reliability: 1.0
 *
 * Messaging: 2.0
 * Message-Type: Text
 * Content-Type: text/plain; charset=UTF-8
 * Content-Length: 5
 *
 * Hello
 * </pre>
 *
 * @param routing from whom and to whom
 * @param reliability how it is to be carried
 * @param content what the body is; no line at all in some answers, and then nothing follows
 * @param body binary for some types
 * @see <a
 *     href="../../../../../../../../docs/protocol/routed.md#messages">docs/protocol/routed.md</a>
 */
public record RoutedMessage(Headers routing, Headers reliability, Headers content, byte[] body) {
  /** The most lines of one block. */
  public static final int MAX_HEADERS = 64;

  private static final byte[] NO_BODY = new byte[0];
  private static final String TO = "To";
  private static final String FROM = "From";
  private static final String URI = "Uri";
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String CONTENT_LENGTH = "Content-Length";

  /** A message of somebody to others, with nothing in it yet. */
  public static RoutedMessage messaging(RoutedAddress from, RoutedAddress to) {
    return of(from, to, Headers.NONE.with("Messaging", "2.0"), NO_BODY);
  }

  /**
   * What somebody tells the server.
   *
   * @param uri {@code /user}, {@code /circle}
   */
  public static RoutedMessage publication(
      RoutedAddress from, RoutedAddress to, String uri, String contentType, byte[] body) {
    return of(
        from,
        to,
        Headers.NONE
            .with("Publication", "1.0")
            .with(URI, uri)
            .with(CONTENT_TYPE, contentType)
            .with(CONTENT_LENGTH, "0"),
        body);
  }

  /**
   * What the server tells of somebody.
   *
   * @param uri {@code /user}, {@code /circle}
   * @param notifType {@code Full} for all that is known, {@code Partial} for what has changed,
   *     {@code Sync}
   */
  public static RoutedMessage notification(
      RoutedAddress from,
      RoutedAddress to,
      String uri,
      String notifType,
      String contentType,
      byte[] body) {
    return of(
        from,
        to,
        Headers.NONE
            .with("Notification", "1.0")
            .with("NotifNum", "0")
            .with(URI, uri)
            .with("NotifType", notifType)
            .with(CONTENT_TYPE, contentType)
            .with(CONTENT_LENGTH, "0"),
        body);
  }

  /** An answer that says nothing but from whom it comes. */
  public static RoutedMessage answer(RoutedAddress from, RoutedAddress to) {
    return of(from, to, Headers.NONE, NO_BODY);
  }

  private static RoutedMessage of(
      RoutedAddress from, RoutedAddress to, Headers content, byte[] body) {
    return new RoutedMessage(
        Headers.NONE.with("Routing", "1.0").with(TO, to.word()).with(FROM, from.word()),
        Headers.NONE.with("Reliability", "1.0"),
        content,
        body);
  }

  /** To whom it goes; nothing when it does not say, or says no address. */
  public Optional<RoutedAddress> to() {
    return routing.first(TO).flatMap(RoutedAddress::parse);
  }

  /** The same to somebody else. */
  public RoutedMessage to(RoutedAddress other) {
    return new RoutedMessage(routing.withOnly(TO, other.word()), reliability, content, body);
  }

  /** From whom it says it comes; nothing when it does not say, or says no address. */
  public Optional<RoutedAddress> from() {
    return routing.first(FROM).flatMap(RoutedAddress::parse);
  }

  /** The same from somebody else. */
  public RoutedMessage from(RoutedAddress other) {
    return new RoutedMessage(routing.withOnly(FROM, other.word()), reliability, content, body);
  }

  /** The same with this value for a header of the first block. */
  public RoutedMessage withRouting(String name, String value) {
    return new RoutedMessage(routing.withOnly(name, value), reliability, content, body);
  }

  /** The value of the first header with the name in the third block, in either case. */
  public Optional<String> header(String name) {
    return content.first(name);
  }

  /** The same with this value for a header of the third block. */
  public RoutedMessage with(String name, String value) {
    return new RoutedMessage(routing, reliability, content.withOnly(name, value), body);
  }

  /** The same with another body. */
  public RoutedMessage withBody(byte[] other) {
    return new RoutedMessage(routing, reliability, content, other);
  }

  /** The type of the body, in lower case and without parameters; empty when it does not say. */
  public String contentType() {
    return content.contentType();
  }

  /**
   * What kind of message it is, as it came: {@code Text}, {@code Control/Typing}. The two halves
   * stand in two headers in circles of MSNP18; empty when it does not say.
   */
  public String messageType() {
    String type = header("Message-Type").orElse("");
    return header("Message-Subtype")
        .filter(subtype -> !subtype.isEmpty())
        .map(subtype -> type + "/" + subtype)
        .orElse(type);
  }

  /** Whether it is of this {@linkplain #messageType kind}, in either case. */
  public boolean is(String type) {
    return messageType().equalsIgnoreCase(type);
  }

  /** What it is about: {@code /user}, {@code /circle}; empty when it does not say. */
  public String uri() {
    return header(URI).orElse("");
  }

  /** The whole message as it goes over the wire. It always tells the truth about its length. */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder();
    text.append(routing).append("\r\n").append(reliability).append("\r\n");
    Headers told = toldLength();
    if (!told.all().isEmpty()) {
      text.append(told).append("\r\n");
    }
    byte[] head = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return whole;
  }

  private Headers toldLength() {
    return body.length == 0 && content.first(CONTENT_LENGTH).isEmpty()
        ? content
        : content.withOnly(CONTENT_LENGTH, Integer.toString(body.length));
  }

  /**
   * Reads a message. Blocks that are missing are empty; a length that is more than what is there
   * means what is there.
   *
   * @throws MalformedCommand for a line that is no header, a block of more than {@value
   *     #MAX_HEADERS} lines, or a length that is no number
   */
  public static RoutedMessage read(byte[] bytes) throws MalformedCommand {
    List<Header> routing = new ArrayList<>();
    List<Header> reliability = new ArrayList<>();
    List<Header> content = new ArrayList<>();
    int second = readBlock(routing, bytes, 0);
    int third = readBlock(reliability, bytes, second);
    int start = readBlock(content, bytes, third);
    Headers told = new Headers(content);
    return new RoutedMessage(
        new Headers(routing),
        new Headers(reliability),
        told,
        Arrays.copyOfRange(bytes, start, start + length(told, bytes.length - start)));
  }

  private static int readBlock(List<Header> headers, byte[] bytes, int start)
      throws MalformedCommand {
    int end = Headers.readInto(headers, bytes, start);
    if (headers.size() > MAX_HEADERS) {
      throw new MalformedCommand(Fault.SYNTAX, "more than " + MAX_HEADERS + " headers");
    }
    return end;
  }

  private static int length(Headers content, int there) throws MalformedCommand {
    boolean isTold = !content.first(CONTENT_LENGTH).orElse("").isEmpty();
    return isTold ? (int) Math.min(content.number(CONTENT_LENGTH), there) : there;
  }
}

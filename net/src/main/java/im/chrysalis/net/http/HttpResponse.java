package im.chrysalis.net.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer. Its length, and what becomes of the connection, are added when it is sent; all else is
 * sent as it stands here, in this order and case. A service ends the connection with a field {@code
 * Connection: close}.
 *
 * @param status such as 200
 * @param reason such as {@code OK}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
public record HttpResponse(int status, String reason, List<HttpField> fields, byte[] body) {
  private static final byte[] NOTHING = new byte[0];

  public HttpResponse {
    fields = List.copyOf(fields);
  }

  /** An answer without a body. */
  public static HttpResponse of(int status, String reason) {
    return new HttpResponse(status, reason, List.of(), NOTHING);
  }

  /** 200 with a text in UTF-8. */
  public static HttpResponse ok(String contentType, String text) {
    return of(200, "OK").with("Content-Type", contentType).body(text);
  }

  /** The same with one more field at the end of the head. */
  public HttpResponse with(String name, String value) {
    List<HttpField> more = new ArrayList<>(fields);
    more.add(new HttpField(name, value));
    return new HttpResponse(status, reason, more, body);
  }

  /** The same with a text in UTF-8 as its body. */
  public HttpResponse body(String text) {
    return new HttpResponse(status, reason, fields, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the connection ends behind it. */
  boolean ends() {
    return fields.stream().anyMatch(HttpResponse::isEnd);
  }

  /** Whether a field says that the connection ends. */
  static boolean isEnd(HttpField field) {
    return field.name().equalsIgnoreCase("Connection") && field.value().equalsIgnoreCase("close");
  }
}

package im.chrysalis.net.http;

import java.nio.charset.StandardCharsets;

/** Answers as they go out: exact names, a length always, and nothing that is sent in chunks. */
final class ResponseBytes {
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private ResponseBytes() {}

  /** What a client waits for that has asked whether to send its body. */
  static byte[] goAhead() {
    return CONTINUE.clone();
  }

  /** The status line, the fields, the length, what becomes of the connection, and an empty line. */
  static byte[] head(HttpResponse response, Persistence persistence) {
    StringBuilder text = new StringBuilder(256);
    text.append("HTTP/1.1 ").append(response.status()).append(' ').append(response.reason());
    text.append("\r\n");
    for (HttpField field : response.fields()) {
      if (!HttpResponse.isEnd(field)) { // said below
        text.append(field.name()).append(": ").append(field.value()).append("\r\n");
      }
    }
    text.append("Content-Length: ").append(response.body().length).append("\r\n");
    text.append(
        switch (persistence) {
          case GOES_ON -> "";
          case GOES_ON_AND_SAYS_SO -> "Connection: Keep-Alive\r\n";
          case ENDS -> "Connection: close\r\n";
        });
    return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What becomes of the connection behind an answer. */
  enum Persistence {
    GOES_ON,
    GOES_ON_AND_SAYS_SO,
    ENDS
  }
}

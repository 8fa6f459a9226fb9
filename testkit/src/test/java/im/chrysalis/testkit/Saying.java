package im.chrysalis.testkit;

/**
 * Something that one says to another, as a message of a conversation and as a routed message.
 *
 * @param receipt the letter by which a client says on a switchboard whether it wants to hear that
 *     it came
 * @param mime the whole message on a switchboard
 * @param routing further headers of the first block of a routed message
 * @param content the third block
 * @param body of the routed message
 */
record Saying(String receipt, String mime, String routing, String content, String body) {
  /** A packet of data: a header of 48 bytes, nothing else, and what it is for. */
  private static final String PACKET = "\0\0\0\001" + "\0".repeat(44) + "\0\0\0\001";

  static Saying text(String text) {
    return text("", text);
  }

  static Saying text(String format, String text) {
    String type = "Content-Type: text/plain; charset=UTF-8\r\n";
    String headers = format.isEmpty() ? type : type + "X-MMS-IM-Format: " + format + "\r\n";
    String order =
        "Message-Type: Text\r\n" + type + length(text) + headers.substring(type.length());
    return new Saying("A", mime(headers, text), "Service-Channel: IM/Online\r\n", order, text);
  }

  static Saying typing(Person who) {
    String headers = "Content-Type: text/x-msmsgscontrol\r\nTypingUser: " + who.address() + "\r\n";
    return new Saying("U", mime(headers, "\r\n"), "", plain("Control/Typing", ""), "");
  }

  static Saying nudge() {
    String mime = mime("Content-Type: text/x-msnmsgr-datacast\r\n", "ID: 1\r\n\r\n");
    return new Saying("N", mime, "", plain("Nudge", "\r\n"), "\r\n");
  }

  /** A packet of the earlier kind, which names no place. */
  static Saying data(Person to) {
    String type = "Content-Type: application/x-msnmsgrp2p\r\n";
    return new Saying(
        "D",
        mime(type + "P2P-Dest: " + to.address() + "\r\n", PACKET),
        "Service-Channel: PE\r\nOptions: 0\r\n",
        "Message-Type: Data\r\n"
            + type
            + "Content-Transfer-Encoding: binary\r\nBridging-Offsets: 0\r\n"
            + length(PACKET),
        PACKET);
  }

  private static String mime(String headers, String body) {
    return "MIME-Version: 1.0\r\n" + headers + "\r\n" + body;
  }

  private static String plain(String type, String body) {
    return "Message-Type: "
        + type
        + "\r\nContent-Type: text/plain; charset=UTF-8\r\n"
        + length(body);
  }

  private static String length(String body) {
    return "Content-Length: " + body.length() + "\r\n";
  }

  boolean isData() {
    return receipt.equals("D");
  }

  /** Whether the one who says it is told that it came. */
  boolean isAcknowledged() {
    return receipt.equals("A") || isData();
  }

  /**
   * The whole routed message.
   *
   * @param from an address with its network, and a place if there is one
   */
  String routed(String from, String to) {
    return "Routing: 1.0\r\nTo: %s\r\nFrom: %s\r\n%s\r\nReliability: 1.0\r\n\r\n"
            .formatted(to, from, routing)
        + "Messaging: 2.0\r\n"
        + content
        + "\r\n"
        + body;
  }
}

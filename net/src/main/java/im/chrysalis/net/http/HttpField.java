package im.chrysalis.net.http;

/**
 * One line of a head. Names keep the case in which they were received or shall be sent, because old
 * clients compare them by it. Neither part may have a line end or a NUL, lest it becomes two lines.
 */
public record HttpField(String name, String value) {
  public HttpField {
    refuseLineEnds(name);
    refuseLineEnds(value);
  }

  private static void refuseLineEnds(String text) {
    if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a field of a head has a line end");
    }
  }
}

package im.chrysalis.server.notification;

import java.nio.charset.StandardCharsets;

/**
 * What clients may not send, and which of them are too old: nothing, and none.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/side-commands.md">docs/protocol/side-commands.md</a>
 */
final class Shields {
  private static final String NONE = "<config><shield></shield><block></block></config>";

  /** For clients that ask for the file. */
  static final byte[] FILE = NONE.getBytes(StandardCharsets.UTF_8);

  /** For clients that get it unasked. */
  static final byte[] POLICIES =
      ("<Policies><Policy type=\"SHIELDS\">" + NONE + "</Policy></Policies>")
          .getBytes(StandardCharsets.UTF_8);

  private Shields() {}
}

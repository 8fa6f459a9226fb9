package im.chrysalis.app.observe;

import java.nio.charset.StandardCharsets;

/**
 * Something to be seen on the site port. Made anew for each request, on a thread that may block.
 */
@FunctionalInterface
interface Page {
  Content render();

  /**
   * What a page shows at the moment.
   *
   * @param status an HTTP status code
   */
  record Content(int status, String type, byte[] body) {
    static Content of(int status, String type, String body) {
      return new Content(status, type, body.getBytes(StandardCharsets.UTF_8));
    }
  }
}

package im.chrysalis.net.http;

/** What a request line ends in. */
enum HttpVersion {
  /** A bare line without a version, without fields, and with one answer only. */
  NONE,
  ONE_ZERO,
  ONE_ONE
}

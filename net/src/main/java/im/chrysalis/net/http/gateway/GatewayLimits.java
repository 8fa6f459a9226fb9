package im.chrysalis.net.http.gateway;

import java.time.Duration;

/**
 * How much a gateway bears.
 *
 * @param sessions how many there may be, of all addresses together
 * @param input how many bytes of one session may wait to be taken by its protocol; also how large
 *     the body of a request may be
 * @param idle how long a session stays without a request
 * @param reply how long the answer to something said is held back while the protocol works on it
 * @param poll how long a poll is held back at most, whatever the client asks for
 * @param lastWord how long a closed session waits for a request that fetches its last bytes
 */
public record GatewayLimits(
    int sessions, int input, Duration idle, Duration reply, Duration poll, Duration lastWord) {
  /** 50,000 sessions of 256 KB, a minute, 5 seconds, a minute, 15 seconds. */
  public static final GatewayLimits DEFAULT =
      new GatewayLimits(
          50_000,
          256 * 1024,
          Duration.ofMinutes(1),
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          Duration.ofSeconds(15));
}

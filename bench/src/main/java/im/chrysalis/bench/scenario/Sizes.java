package im.chrysalis.bench.scenario;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds how often server and yardstick take turns
 * @param round how long one turn lasts
 * @param warmUp how long a program is warmed up by time, where that is the measure
 * @param warmUpSignIns how many sign-ins warm a server up
 * @param people how many accounts take turns at signing in
 * @param watchers how many people watch the one who changes status
 * @param connections how many connections are held idle, and how many come back at once
 * @param contacts how many contacts each has where people have contacts
 * @param starts how often the server is started
 * @param cacheWait how long to wait for the launcher to make the cache that shortens the start
 */
public record Sizes(
    int rounds,
    Duration round,
    Duration warmUp,
    int warmUpSignIns,
    int people,
    int watchers,
    int connections,
    int contacts,
    int starts,
    Duration cacheWait) {

  /** What the budgets speak of. */
  public static Sizes full(int connections) {
    return new Sizes(
        5,
        Duration.ofMillis(1500),
        Duration.ofSeconds(4),
        3_000,
        3_000,
        500,
        connections,
        50,
        5,
        Duration.ofSeconds(20));
  }
}

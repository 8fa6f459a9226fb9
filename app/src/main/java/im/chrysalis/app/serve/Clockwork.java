package im.chrysalis.app.serve;

import im.chrysalis.domain.time.Timer;
import java.util.function.LongSupplier;

/**
 * Time, in the two forms in which the parts ask for it.
 *
 * @param timer for the rules
 * @param nanos for deadlines of connections and windows of limits
 */
public record Clockwork(Timer timer, LongSupplier nanos) {}

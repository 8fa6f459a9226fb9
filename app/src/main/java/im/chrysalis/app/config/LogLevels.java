package im.chrysalis.app.config;

import ch.qos.logback.classic.Level;
import java.util.Map;

/**
 * How much is logged.
 *
 * @param general by Chrysalis itself; libraries speak up from {@code warn} on, whatever this says
 * @param byName by single logs and those below them, libraries' too
 */
public record LogLevels(Level general, Map<String, Level> byName) {}

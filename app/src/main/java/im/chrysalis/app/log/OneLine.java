package im.chrysalis.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * One event on one line, whatever it holds, so that lines can be counted and searched:
 *
 * <pre>2026-03-01T12:00:00.000Z INFO  ChrysalisServer: role=DISPATCH address=0.0.0.0:1863</pre>
 */
final class OneLine extends LayoutBase<ILoggingEvent> {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(160);
    TIME.formatTo(event.getInstant(), line);
    line.append(' ').append(event.getLevel());
    line.append(" ".repeat(6 - event.getLevel().toString().length()));
    String logger = event.getLoggerName();
    line.append(logger, logger.lastIndexOf('.') + 1, logger.length()).append(": ");
    append(line, event.getFormattedMessage());
    if (event.getThrowableProxy() != null) {
      line.append(" | ");
      append(line, ThrowableProxyUtil.asString(event.getThrowableProxy()).strip());
    }
    return line.append('\n').toString();
  }

  /** Line ends become bars, so that nobody can make up events through what is logged about them. */
  private static void append(StringBuilder line, String text) {
    boolean atLineStart = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        atLineStart = true;
      } else if (!atLineStart || c != '\t') {
        line.append(atLineStart ? " | " : "").append(Character.isISOControl(c) ? ' ' : c);
        atLineStart = false;
      }
    }
  }
}

package im.chrysalis.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;

/**
 * One event on one line, whatever it holds, so that lines can be counted and searched:
 *
 * <pre>2026-03-01T12:00:00.000Z INFO  ChrysalisServer: role=DISPATCH address=0.0.0.0:1863</pre>
 */
final class OneLine extends LayoutBase<ILoggingEvent> {
  private static final int MILLIS = 1_000_000;

  /** The second that was written last: there are many lines in one, when there are many. */
  private volatile Second last = Second.of(0);

  private record Second(long number, String text) {
    static Second of(long number) {
      String text = Instant.ofEpochSecond(number).toString(); // 2026-03-01T12:00:00Z
      return new Second(number, text.substring(0, text.length() - 1));
    }
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(160);
    appendTime(line, event.getInstant());
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

  private void appendTime(StringBuilder line, Instant time) {
    Second second = last;
    if (second.number() != time.getEpochSecond()) {
      second = Second.of(time.getEpochSecond());
      last = second;
    }
    int millis = time.getNano() / MILLIS;
    line.append(second.text()).append(millis < 10 ? ".00" : millis < 100 ? ".0" : ".");
    line.append(millis).append('Z');
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

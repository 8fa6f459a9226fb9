package im.chrysalis.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OneLineTest {
  private final OneLine layout = new OneLine();

  @Test
  void anEventIsTimeLevelPartAndWords() {
    assertThat(line("order={}", null, "Reload[]"))
        .isEqualTo("2026-03-01T12:00:00.000Z INFO  OneLineTest: order=Reload[]\n");
  }

  @Test
  void nobodyCanMakeUpAnEventThroughWhatIsLoggedAboutThem() {
    assertThat(line("name={}", null, "Anna\r\n2026-03-01T12:00:00.000Z ERROR all is lost\u001B[2J"))
        .isEqualTo(
            "2026-03-01T12:00:00.000Z INFO  OneLineTest: name=Anna"
                + " | 2026-03-01T12:00:00.000Z ERROR all is lost [2J\n");
  }

  @Test
  void aStackTraceStaysOnTheLineOfItsEvent() {
    String line = line("it failed", new IllegalStateException("why", new IOException("cause")));

    assertThat(line)
        .startsWith(
            "2026-03-01T12:00:00.000Z INFO  OneLineTest: it failed"
                + " | java.lang.IllegalStateException: why | at im.chrysalis.app.log.OneLineTest.")
        .contains(" | Caused by: java.io.IOException: cause | ");
    assertThat(line.lines()).hasSize(1);
  }

  private String line(String message, @Nullable Throwable thrown, Object... values) {
    LoggerContext context = new LoggerContext();
    LoggingEvent event =
        new LoggingEvent(
            "",
            context.getLogger(OneLineTest.class),
            Level.INFO,
            message,
            thrown,
            values.length == 0 ? null : values);
    event.setInstant(Instant.parse("2026-03-01T12:00:00Z"));
    return layout.doLayout(event);
  }
}

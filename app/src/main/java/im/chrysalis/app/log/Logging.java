package im.chrysalis.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import im.chrysalis.app.config.LogLevels;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import org.slf4j.LoggerFactory;

/**
 * Sets logging up, found by logback as a service. Here and not in a file of logback's, because
 * reading one would take a good part of the time that a start takes.
 */
public final class Logging extends ContextAwareBase implements Configurator {
  private static final String OURS = "im.chrysalis";

  /** Until a server says otherwise, only what an operator has to hear. */
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    OneLine layout = new OneLine();
    layout.setContext(context);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setLayout(layout);
    encoder.start();
    Gathering lines = new Gathering(new FileOutputStream(FileDescriptor.err));
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(lines)));
    OutputStreamAppender<ILoggingEvent> appender = new UrgentAtOnce();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setImmediateFlush(false);
    appender.setOutputStream(lines);
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static void end(Gathering lines) {
    try {
      lines.close();
    } catch (IOException nobodyReads) {
      // the process ends, and there is nowhere to say so
    }
  }

  /** What an operator has to hear does not wait for more lines. */
  private static final class UrgentAtOnce extends OutputStreamAppender<ILoggingEvent> {
    @Override
    protected void subAppend(ILoggingEvent event) {
      super.subAppend(event);
      if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
        try {
          getOutputStream().flush();
        } catch (IOException nobodyReads) {
          addError("can't write the log", nobodyReads);
        }
      }
    }
  }

  /** Logs this much from now on. */
  public static void apply(LogLevels levels) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLoggerList().stream()
          .filter(logger -> !logger.getName().equals(org.slf4j.Logger.ROOT_LOGGER_NAME))
          .forEach(logger -> logger.setLevel(null));
      context.getLogger(OURS).setLevel(levels.general());
      levels.byName().forEach((name, level) -> context.getLogger(name).setLevel(level));
    }
  }
}

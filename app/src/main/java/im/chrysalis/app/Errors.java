package im.chrysalis.app;

import im.chrysalis.app.config.ConfigurationProblem;
import im.chrysalis.app.operate.Refused;
import im.chrysalis.store.StoreException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** Says what went wrong: one sentence, and the exit code 2 for a wrong command line, else 1. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final PrintStream err;

  Errors(PrintStream err) {
    this.err = err;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    String sentence =
        wrong.getCause() instanceof TypeConversionException ours
            ? ours.getMessage()
            : wrong.getMessage();
    say(inOneLine(sentence) + " (./" + command + " --help tells more)");
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(
      Exception fault, CommandLine commandLine, ParseResult parsed) {
    switch (fault) {
      case ConfigurationProblem it -> say(inOneLine(it.getMessage()));
      case Refused it -> say(inOneLine(it.getMessage()));
      case StoreException it -> say(inOneLine(it.getMessage()));
      case FileSystemException it -> say(sentence(it));
      case CharacterCodingException _ -> say("what was to be read is not in UTF-8");
      case IOException it -> say(inOneLine(it.getMessage()));
      default -> {
        LoggerFactory.getLogger(Errors.class).error("this should not have happened", fault);
        say("something went wrong that should not: " + fault);
      }
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private void say(String sentence) {
    err.println("chrysalis: " + sentence);
    err.flush();
  }

  private static String sentence(FileSystemException fault) {
    return switch (fault) {
      case NoSuchFileException it -> "there is no file " + it.getFile();
      case FileAlreadyExistsException it -> "there is a file " + it.getFile() + " already";
      default -> "the file " + fault.getFile() + " can't be used: " + fault;
    };
  }

  private static String inOneLine(@Nullable String message) {
    return message == null ? "unknown fault" : message.replaceAll("\\s*\\R\\s*", " ");
  }
}

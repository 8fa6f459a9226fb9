package im.chrysalis.app;

import im.chrysalis.app.observe.Build;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar was built as. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"Chrysalis " + Build.version()};
  }
}

package im.chrysalis.app;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar was built as. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String built = Main.class.getPackage().getImplementationVersion();
    return new String[] {"Chrysalis " + (built == null ? "(not packaged)" : built)};
  }
}

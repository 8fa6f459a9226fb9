package im.chrysalis.app.observe;

import org.jspecify.annotations.Nullable;

/** What runs. */
public final class Build {
  private Build() {}

  /** The version that the jar was built as. */
  public static String version() {
    @Nullable String built = Build.class.getPackage().getImplementationVersion();
    return built == null ? "(not packaged)" : built;
  }
}

package im.chrysalis.app.config;

/** Something is set that can't be. The message is one sentence for the operator, with the place. */
public final class ConfigurationProblem extends Exception {
  private static final long serialVersionUID = 1L;

  ConfigurationProblem(String message) {
    super(message);
  }
}

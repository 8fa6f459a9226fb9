package im.chrysalis.client;

/** A sign-in did not succeed. */
public final class SignInFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  SignInFailed(Failure failure) {
    super(failure.sentence());
    this.failure = failure;
  }

  /** Why. */
  public Failure failure() {
    return failure;
  }
}

package im.chrysalis.domain.account;

import im.chrysalis.domain.account.Registry.Problem;
import java.util.Optional;

/** What a new password must be like. There is no rule about what it is made of. */
public final class PasswordRule {
  /** In characters (code points). */
  public static final int MIN_LENGTH = 6;

  /** In characters (code points). */
  public static final int MAX_LENGTH = 128;

  private PasswordRule() {}

  /** What is wrong with the password, if anything. */
  public static Optional<Problem> complaint(String password) {
    int length = password.codePointCount(0, password.length());
    return length < MIN_LENGTH
        ? Optional.of(Problem.PASSWORD_TOO_SHORT)
        : length > MAX_LENGTH ? Optional.of(Problem.PASSWORD_TOO_LONG) : Optional.empty();
  }
}

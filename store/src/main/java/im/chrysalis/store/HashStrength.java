package im.chrysalis.store;

/** How costly a new password hash is. A kept hash says its own cost, so both kinds mix freely. */
public enum HashStrength {
  /** Argon2id with 19 MiB and two passes: some 30 ms. */
  NORMAL(19 * 1024, 2),
  /** No protection at all, for benchmarks and tests that make thousands of accounts. */
  TEST(8, 1);

  private final int kibibytes;
  private final int passes;

  HashStrength(int kibibytes, int passes) {
    this.kibibytes = kibibytes;
    this.passes = passes;
  }

  int kibibytes() {
    return kibibytes;
  }

  int passes() {
    return passes;
  }
}

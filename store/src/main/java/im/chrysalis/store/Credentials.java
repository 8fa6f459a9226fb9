package im.chrysalis.store;

import im.chrysalis.values.AccountId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The rows of secrets: for each account, kind and label one. */
final class Credentials {
  private static final String SELECT =
      "SELECT secret FROM credential WHERE account = ? AND kind = ? AND label = ''";
  private static final String ALL =
      "SELECT kind, secret FROM credential WHERE account = ? AND label = ''";
  private static final String INSERT =
      "INSERT INTO credential (account, kind, label, secret) VALUES (?, ?, '', ?)";
  private static final String REMOVE_ALL =
      "DELETE FROM credential WHERE account = ? AND label = ''";

  private Credentials() {}

  /** What a row holds. */
  enum Kind {
    /** A {@link PasswordHash} of the whole password. */
    PASSWORD("password"),
    /** One of the first 16 characters, kept when there are more. */
    BEGINNING("beginning"),
    /** The password itself, encrypted: only for accounts that admit old clients. */
    LEGACY("legacy");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /**
   * The forms in which one password is kept.
   *
   * @param hash a {@link PasswordHash}
   * @param beginning one of the first characters
   * @param legacy a {@link SecretBox}
   */
  record Secrets(Optional<String> hash, Optional<String> beginning, Optional<String> legacy) {
    static final Secrets NONE = new Secrets(Optional.empty(), Optional.empty(), Optional.empty());

    /** The hashes of a password. Slow on purpose: not for the writer's thread. */
    static Secrets hashed(String password, HashStrength strength) {
      return new Secrets(
          Optional.of(PasswordHash.of(password, strength).toString()),
          firstCharacters(password).map(first -> PasswordHash.of(first, strength).toString()),
          Optional.empty());
    }

    /** The same, and the password in a box. */
    Secrets withLegacy(String closed) {
      return new Secrets(hash, beginning, Optional.of(closed));
    }
  }

  /**
   * What is left of a password in a client that cuts it, if that is less than the whole.
   *
   * <p>COMPAT libpurple: sends the first 16 characters only.
   */
  static Optional<String> firstCharacters(String password) {
    int cut = 16;
    return password.codePointCount(0, password.length()) > cut
        ? Optional.of(password.substring(0, password.offsetByCodePoints(0, cut)))
        : Optional.empty();
  }

  static Optional<String> find(Sql sql, AccountId account, Kind kind) {
    return sql.first(SELECT, row -> row.getString(1), account.number(), kind.code());
  }

  /** All forms of the account's own password. */
  static Secrets all(Sql sql, AccountId account) {
    Map<String, String> secrets =
        sql.scan(
            ALL,
            rows -> {
              Map<String, String> found = new HashMap<>();
              while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
              }
              return found;
            },
            account.number());
    return new Secrets(
        Optional.ofNullable(secrets.get(Kind.PASSWORD.code())),
        Optional.ofNullable(secrets.get(Kind.BEGINNING.code())),
        Optional.ofNullable(secrets.get(Kind.LEGACY.code())));
  }

  /** Keeps these and no others. */
  static void replace(Sql sql, AccountId account, Secrets secrets) {
    sql.update(REMOVE_ALL, account.number());
    insert(sql, account, secrets);
  }

  static void insert(Sql sql, AccountId account, Secrets secrets) {
    long number = account.number();
    secrets.hash().ifPresent(it -> sql.update(INSERT, number, Kind.PASSWORD.code(), it));
    secrets.beginning().ifPresent(it -> sql.update(INSERT, number, Kind.BEGINNING.code(), it));
    secrets.legacy().ifPresent(it -> sql.update(INSERT, number, Kind.LEGACY.code(), it));
  }
}

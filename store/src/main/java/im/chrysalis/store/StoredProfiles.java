package im.chrysalis.store;

import im.chrysalis.domain.profile.Picture;
import im.chrysalis.domain.profile.PictureForm;
import im.chrysalis.domain.profile.Profile;
import im.chrysalis.domain.profile.Profile.Portrait;
import im.chrysalis.domain.profile.Profiles;
import im.chrysalis.values.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Profiles as they are kept: a row each, pictures included. */
final class StoredProfiles implements Profiles {
  private static final String FIND =
      """
      SELECT version, changed, message, message_changed, pictures, picture_name, picture_form,
        picture_changed, picture_size
      FROM profile WHERE account = ?
      """;

  private static final String PICTURE =
      "SELECT picture_name, picture_form, picture FROM profile"
          + " WHERE account = ? AND picture_form IS NOT NULL";

  /** Makes the row there is not yet, for an account that there is. */
  private static final String MAKE =
      """
      INSERT INTO profile (account, version, changed, message, message_changed, pictures)
      SELECT number, 0, 0, '', 0, 0 FROM account WHERE number = ?
      ON CONFLICT (account) DO NOTHING
      """;

  private static final String SAY =
      """
      UPDATE profile SET message = ?, message_changed = ?, changed = ?, version = version + 1
      WHERE account = ?
      """;

  private static final String SHOW =
      """
      UPDATE profile SET picture_name = ?, picture_form = ?, picture_size = ?, picture = ?,
        pictures = pictures + 1, picture_changed = ?, changed = ?, version = version + 1
      WHERE account = ? RETURNING pictures
      """;

  private static final String HIDE =
      """
      UPDATE profile SET picture_name = NULL, picture_form = NULL, picture_size = NULL,
        picture = NULL, picture_changed = ?, changed = ?, version = version + 1
      WHERE account = ? AND pictures = ? AND picture_form IS NOT NULL
      """;

  private final Reads reads;
  private final Writer writer;

  StoredProfiles(Reads reads, Writer writer) {
    this.reads = reads;
    this.writer = writer;
  }

  @Override
  public CompletionStage<Profile> of(AccountId owner) {
    return reads.submit(sql -> find(sql, owner));
  }

  @Override
  public CompletionStage<Optional<Picture>> picture(AccountId owner) {
    return reads.submit(sql -> picture(sql, owner));
  }

  @Override
  public CompletionStage<Void> say(AccountId owner, String message, Instant now) {
    return writer.submit(sql -> say(sql, owner, message, now.toEpochMilli())).thenApply(_ -> null);
  }

  @Override
  public CompletionStage<Integer> show(AccountId owner, Picture picture, Instant now) {
    return writer.submit(sql -> show(sql, owner, picture, now.toEpochMilli()));
  }

  @Override
  public CompletionStage<Void> hide(AccountId owner, int number, Instant now) {
    long time = now.toEpochMilli();
    return writer
        .submit(sql -> sql.update(HIDE, time, time, owner.number(), number))
        .thenApply(_ -> null);
  }

  // the same for exports and imports, within their own transactions

  static Profile find(Sql sql, AccountId owner) {
    return sql.first(FIND, StoredProfiles::profile, owner.number()).orElse(Profile.EMPTY);
  }

  static Optional<Picture> picture(Sql sql, AccountId owner) {
    return sql.first(
        PICTURE,
        row -> new Picture(row.getString(1), form(row.getString(2)), row.getBytes(3)),
        owner.number());
  }

  static int say(Sql sql, AccountId owner, String message, long time) {
    sql.update(MAKE, owner.number());
    return sql.update(SAY, message, time, time, owner.number());
  }

  static int show(Sql sql, AccountId owner, Picture picture, long time) {
    sql.update(MAKE, owner.number());
    return sql.first(
            SHOW,
            row -> row.getInt(1),
            picture.name(),
            picture.form().code(),
            picture.bytes().length,
            picture.bytes(),
            time,
            time,
            owner.number())
        .orElse(0);
  }

  private static Profile profile(ResultSet row) throws SQLException {
    String form = row.getString(7);
    Optional<Portrait> picture =
        form == null
            ? Optional.empty()
            : Optional.of(
                new Portrait(
                    row.getInt(5),
                    row.getString(6),
                    form(form),
                    row.getInt(9),
                    Instant.ofEpochMilli(row.getLong(8))));
    return new Profile(
        row.getInt(1),
        Instant.ofEpochMilli(row.getLong(2)),
        row.getString(3),
        Instant.ofEpochMilli(row.getLong(4)),
        picture);
  }

  private static PictureForm form(String code) {
    return PictureForm.ofCode(code)
        .orElseThrow(() -> new StoreException("The store has a picture of the form " + code + "."));
  }
}

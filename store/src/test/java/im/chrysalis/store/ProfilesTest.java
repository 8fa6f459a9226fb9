package im.chrysalis.store;

import static im.chrysalis.store.Neighbours.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.domain.profile.Picture;
import im.chrysalis.domain.profile.PictureForm;
import im.chrysalis.domain.profile.Profile;
import im.chrysalis.domain.profile.Profile.Portrait;
import im.chrysalis.domain.profile.Profiles;
import im.chrysalis.values.AccountId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProfilesTest extends OnEveryDatabase {
  private static final Instant NOON = Instant.ofEpochMilli(1_136_073_600_123L);
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final Picture GIF =
      new Picture(
          "me.gif", PictureForm.GIF, "GIF89a\0\u00FF".getBytes(StandardCharsets.ISO_8859_1));

  private AccountId anna;
  private Account account;

  @BeforeEach
  void join() {
    account = people.join("anna");
    anna = account.card().id();
  }

  private Profiles profiles() {
    return store.profiles();
  }

  private Profile profile() {
    return await(profiles().of(anna));
  }

  @Test
  void whoNeverSetAnythingHasAnEmptyProfile() {
    assertThat(profile()).isEqualTo(Profile.EMPTY);
    assertThat(await(profiles().picture(anna))).isEmpty();
  }

  @Test
  void messageAndPictureSurviveARestart() {
    await(profiles().say(anna, "Off to lunch ☺", NOON));
    assertThat(await(profiles().show(anna, GIF, LATER))).isEqualTo(1);
    reopen();
    Profile profile = profile();
    assertThat(profile.version()).isEqualTo(2);
    assertThat(profile.changed()).isEqualTo(LATER);
    assertThat(profile.message()).isEqualTo("Off to lunch ☺");
    assertThat(profile.messageChanged()).isEqualTo(NOON);
    assertThat(profile.picture())
        .contains(new Portrait(1, "me.gif", PictureForm.GIF, GIF.bytes().length, LATER));
    assertThat(await(profiles().picture(anna)).orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(GIF);
  }

  @Test
  void theNextPictureHasTheNextNumberAndReplacesTheOneBefore() {
    await(profiles().show(anna, GIF, NOON));
    Picture other = new Picture("", PictureForm.PNG, new byte[Picture.MAX_BYTES]);
    assertThat(await(profiles().show(anna, other, LATER))).isEqualTo(2);
    assertThat(await(profiles().picture(anna)).orElseThrow().bytes()).isEqualTo(other.bytes());
    await(profiles().hide(anna, 1, LATER));
    assertThat(profile().picture()).isPresent();
  }

  @Test
  void aPictureThatIsHiddenIsGoneAndItsNumberIsNotGivenAgain() {
    await(profiles().show(anna, GIF, NOON));
    await(profiles().hide(anna, 1, LATER));
    assertThat(profile().picture()).isEmpty();
    assertThat(await(profiles().picture(anna))).isEmpty();
    await(profiles().hide(anna, 1, LATER));
    assertThat(profile().version()).isEqualTo(2);
    assertThat(await(profiles().show(anna, GIF, LATER))).isEqualTo(2);
  }

  @Test
  void aProfileEndsWithItsAccountAndNobodyHasOneWithout() {
    await(profiles().show(anna, GIF, NOON));
    people.change(account, Roster::deleteAccount);
    assertThat(await(profiles().picture(anna))).isEmpty();
    assertThat(await(profiles().show(anna, GIF, NOON))).isZero();
    await(profiles().say(anna, "still here", NOON));
    assertThat(profile()).isEqualTo(Profile.EMPTY);
  }

  @Test
  void aBackupHasThePictures() {
    await(profiles().show(anna, GIF, NOON));
    assumeThat(database).isEqualTo(TestedDatabase.SQLITE);
    Path backup = directory.resolve("backup.zip");
    store.backup(backup);
    Path elsewhere = directory.resolve("elsewhere");
    Store.restore(backup, StoreOptions.in(elsewhere));
    try (Store restored = Store.open(StoreOptions.in(elsewhere))) {
      assertThat(await(restored.profiles().picture(anna))).isPresent();
    }
  }
}

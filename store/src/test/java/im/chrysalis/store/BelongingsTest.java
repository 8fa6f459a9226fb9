package im.chrysalis.store;

import static im.chrysalis.store.Neighbours.await;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.domain.offline.OfflineMessage.Place;
import im.chrysalis.domain.profile.Picture;
import im.chrysalis.domain.profile.PictureForm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BelongingsTest extends OnEveryDatabase {
  private static final Instant NOON = Instant.ofEpochMilli(1_136_073_600_123L);
  private static final Picture GIF =
      new Picture("me", PictureForm.GIF, "GIF89a\0".getBytes(StandardCharsets.ISO_8859_1));

  @Test
  void anExportTakesMessagesAndProfilesAlong() {
    Account anna = people.join("anna");
    Account ben = people.join("ben");
    OfflineMessage placed =
        new OfflineMessage(
            UUID.randomUUID(),
            anna.card(),
            NOON,
            Optional.of(new Place("{1}", 2)),
            Optional.of("FN=Arial"),
            "call me ☺");
    OfflineMessage bare =
        new OfflineMessage(
            UUID.randomUUID(),
            anna.card(),
            NOON.plusSeconds(1),
            Optional.empty(),
            Optional.empty(),
            "");
    people.change(ben, roster -> roster.leave(placed));
    people.change(ben, roster -> roster.leave(bare));
    await(store.profiles().say(ben.card().id(), "Off to lunch", NOON));
    await(store.profiles().show(ben.card().id(), GIF, NOON));
    String exported = Imports.export(store);
    StoreOptions elsewhere = StoreOptions.in(directory.resolve("elsewhere"));
    try (Store other = Store.open(elsewhere.withHashes(HashStrength.TEST))) {
      Imports.all(other, exported);
      assertThat(Imports.export(other)).isEqualTo(exported);
      assertThat(await(other.offlineMessages().waiting(ben.card().id())))
          .containsExactly(placed, bare);
      assertThat(await(other.profiles().of(ben.card().id())).message()).isEqualTo("Off to lunch");
      assertThat(await(other.profiles().picture(ben.card().id())).orElseThrow())
          .usingRecursiveComparison()
          .isEqualTo(GIF);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "~offlineMessages~:[{}]; from is missing",
        "~offlineMessages~:[{~from~:~a@b.c~,~name~:~A~,~id~:~1~,~sent~:~now~,~text~:~~}]; id must be a GUID",
        "~picture~:{~name~:~me~}; must have name and data",
        "~picture~:{~name~:~me~,~data~:~%~}; picture",
        "~picture~:{~name~:~me~,~data~:~SGVsbG8gd29ybGQ=~}; no picture",
      })
  void whatCannotBeUsedIsComplainedAbout(String field, String complaint) {
    String line = "{~account~:~anna@example.test~," + field + "}";
    assertThat(Imports.strictly(store, line.replace('~', '"')).complaints())
        .singleElement()
        .asString()
        .contains(complaint);
  }
}

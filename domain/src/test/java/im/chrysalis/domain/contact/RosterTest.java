package im.chrysalis.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.offline.Letterbox;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.Alias;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RosterTest {
  private static final Card ANNA = card(10_001, "anna");
  private static final Card BEN = card(10_002, "ben");

  private final Roster roster =
      new Roster(
          new Account(
              ANNA,
              new Alias("anna"),
              new UUID(1, 2),
              3,
              PrivacyDefault.ALLOW,
              AddNotice.ASK,
              Map.of(),
              1),
          List.of(),
          List.of(),
          new Letterbox(List.of()));

  private static Card card(long number, String name) {
    return new Card(new AccountId(number), EmailAddress.of(name + "@example.test"), name);
  }

  private Change done(Decision decision) {
    Change change = decision.change().orElseThrow();
    roster.apply(change);
    return change;
  }

  @Test
  void everyChangeRaisesTheVersionByOne() {
    assertThat(done(roster.add(BEN, ContactList.FORWARD, Optional.empty())).version()).isEqualTo(2);
    assertThat(done(roster.rename("Anna B")).version()).isEqualTo(3);
    assertThat(done(roster.set(PrivacyDefault.BLOCK)).version()).isEqualTo(4);
    assertThat(roster.account().listVersion()).isEqualTo(4);
  }

  @Test
  void nothingChangesUntilADecisionIsApplied() {
    roster.add(BEN, ContactList.FORWARD, Optional.empty());
    assertThat(roster.contact(BEN.id())).isNull();
  }

  @Test
  void allowAndBlockExcludeEachOther() {
    done(roster.add(BEN, ContactList.ALLOW, Optional.empty()));
    assertThat(roster.add(BEN, ContactList.BLOCK, Optional.empty()).refusal())
        .contains(Refusal.ON_OPPOSITE_LIST);
    done(roster.remove(BEN.id(), ContactList.ALLOW));
    done(roster.add(BEN, ContactList.BLOCK, Optional.empty()));
    assertThat(roster.allows(roster.contact(BEN.id()))).isFalse();
  }

  @Test
  void theDefaultHoldsForThoseOnNeitherList() {
    assertThat(roster.allows(null)).isTrue();
    done(roster.set(PrivacyDefault.BLOCK));
    assertThat(roster.allows(null)).isFalse();
    done(roster.add(BEN, ContactList.ALLOW, Optional.empty()));
    assertThat(roster.allows(roster.contact(BEN.id()))).isTrue();
  }

  @Test
  void whoAddsMeIsPendingUntilIDecide() {
    done(roster.addedBy(BEN));
    assertThat(roster.contact(BEN.id()).isOn(ContactList.PENDING)).isTrue();
    done(roster.add(BEN, ContactList.ALLOW, Optional.empty()));
    assertThat(roster.contact(BEN.id()).isOn(ContactList.PENDING)).isFalse();
    assertThat(roster.contact(BEN.id()).isOn(ContactList.REVERSE)).isTrue();
  }

  @Test
  void whoIsOnNoListIsForgotten() {
    done(roster.add(BEN, ContactList.FORWARD, Optional.empty()));
    done(roster.remove(BEN.id(), ContactList.FORWARD));
    assertThat(roster.size()).isZero();
  }

  @Test
  void aRemovedGroupsMembersStay() {
    UUID friends = new UUID(0, 1);
    done(roster.addGroup(friends, "Friends"));
    done(roster.add(BEN, ContactList.FORWARD, Optional.of(friends)));
    done(roster.removeGroup(friends));
    assertThat(roster.contact(BEN.id()).groups()).isEmpty();
    assertThat(roster.contact(BEN.id()).isOn(ContactList.FORWARD)).isTrue();
  }

  @Test
  void groupsTakeTheSmallestFreeNumber() {
    UUID first = new UUID(0, 1);
    done(roster.addGroup(first, "One"));
    done(roster.addGroup(new UUID(0, 2), "Two"));
    done(roster.removeGroup(first));
    done(roster.addGroup(new UUID(0, 3), "Three"));
    assertThat(roster.groups()).extracting(Group::number).containsExactly(1, 2);
    assertThat(roster.addGroup(new UUID(0, 4), "two").refusal()).contains(Refusal.GROUP_NAME_TAKEN);
  }

  @Test
  void thereIsABoundToGroupsAndToContacts() {
    for (int i = 0; i < Roster.MAX_GROUPS; i++) {
      done(roster.addGroup(new UUID(1, i), "Group " + i));
    }
    assertThat(roster.addGroup(new UUID(2, 0), "One more").refusal())
        .contains(Refusal.TOO_MANY_GROUPS);
    for (int i = 0; i < Roster.MAX_FORWARD; i++) {
      done(roster.add(card(20_000 + i, "friend" + i), ContactList.FORWARD, Optional.empty()));
    }
    assertThat(roster.add(BEN, ContactList.FORWARD, Optional.empty()).refusal())
        .contains(Refusal.LIST_FULL);
    assertThat(roster.size()).isEqualTo(Roster.MAX_FORWARD);
    for (int i = 0; i < Roster.MAX_FORWARD; i++) {
      assertThat(roster.contact(new AccountId(20_000 + i))).isNotNull();
    }
  }

  @Test
  void pagesNeedAMobile() {
    done(roster.set(Property.MOBILE_PAGES, Optional.of("Y")));
    assertThat(roster.account().properties()).isEmpty();
    done(roster.set(Property.MOBILE_ENABLED, Optional.of("Y")));
    done(roster.set(Property.MOBILE_PAGES, Optional.of("Y")));
    assertThat(roster.account().properties()).containsEntry(Property.MOBILE_PAGES, "Y");
    done(roster.set(Property.MOBILE_ENABLED, Optional.of("N")));
    assertThat(roster.account().properties()).doesNotContainKey(Property.MOBILE_PAGES);
  }
}

package im.chrysalis.store;

import static im.chrysalis.store.Neighbours.await;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.circle.Circle;
import im.chrysalis.domain.circle.CircleChange;
import im.chrysalis.domain.circle.CircleMember;
import im.chrysalis.domain.circle.CircleOutcome;
import im.chrysalis.domain.circle.CircleOutcome.Done;
import im.chrysalis.domain.circle.CircleOutcome.Refused;
import im.chrysalis.domain.circle.CircleRefusal;
import im.chrysalis.domain.circle.CircleRole;
import im.chrysalis.domain.circle.CircleState;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.PrivacyDefault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CirclesTest extends OnEveryDatabase {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123Z");

  private final List<CircleChange> told = new CopyOnWriteArrayList<>();
  private Account anna;
  private Account ben;
  private Account carl;

  @BeforeEach
  void join() {
    store.close();
    options = options.withClock(() -> NOON).withCircles(told::add);
    reopen();
    anna = people.join("anna");
    ben = people.join("ben");
    carl = people.join("carl");
  }

  private static AccountId id(Account account) {
    return account.card().id();
  }

  private static Circle done(CompletionStage<CircleOutcome> stage) {
    CircleOutcome outcome = await(stage);
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done) outcome).circle();
  }

  private static void refused(CompletionStage<CircleOutcome> stage, CircleRefusal why) {
    assertThat(await(stage)).isEqualTo(new Refused(why));
  }

  private Circle founded(String name) {
    return done(store.circles().create(id(anna), name));
  }

  private Circle joined(Circle circle, Account who) {
    done(store.circles().invite(circle.id(), id(anna), id(who), ""));
    return done(store.circles().answer(circle.id(), id(who), true));
  }

  private Optional<Circle> found(Circle circle) {
    return await(store.circles().find(circle.id()));
  }

  private List<Circle> of(Account who) {
    return await(store.circles().of(id(who)));
  }

  private long version(Account who) {
    return await(store.circles().version(id(who)));
  }

  @Test
  void aCircleIsFoundAgainAfterARestart() {
    Circle circle = founded("Rowing ☺");
    done(store.circles().invite(circle.id(), id(anna), id(ben), "Do come,\nplease"));
    Circle whole = done(store.circles().answer(circle.id(), id(ben), true));
    whole = done(store.circles().invite(circle.id(), id(anna), id(carl), ""));
    reopen();
    assertThat(found(circle)).contains(whole);
    assertThat(whole.created()).isEqualTo(NOON);
    CircleMember member = whole.present(id(ben)).orElseThrow();
    assertThat(member.inviter()).contains(anna.card());
    assertThat(member.message()).isEqualTo("Do come,\nplease");
    assertThat(member.since()).isEqualTo(NOON);
    assertThat(whole.stateOf(id(carl))).isEqualTo(CircleState.WAITING);
    for (Account each : List.of(anna, ben, carl)) {
      assertThat(of(each)).containsExactly(whole);
    }
  }

  @Test
  void namesAreThoseOfNow() {
    Circle circle = founded("Rowing");
    people.change(anna, roster -> roster.rename("Anna B"));
    assertThat(found(circle).orElseThrow().member(id(anna)).orElseThrow().who().name())
        .isEqualTo("Anna B");
  }

  @Test
  void everybodyHasTheirOwnCircles() {
    Circle rowing = founded("Rowing");
    Circle chess = done(store.circles().create(id(ben), "Chess"));
    assertThat(rowing.id()).isNotEqualTo(chess.id());
    assertThat(of(anna)).containsExactly(rowing);
    assertThat(of(ben)).containsExactly(chess);
    assertThat(of(carl)).isEmpty();
  }

  @Test
  void whatIsNotThereIsRefused() {
    CircleId none = new CircleId(77);
    AccountId nobody = new AccountId(99_999);
    Circle circle = founded("Rowing");
    assertThat(await(store.circles().find(none))).isEmpty();
    refused(store.circles().leave(none, id(anna)), CircleRefusal.NO_SUCH_CIRCLE);
    refused(store.circles().create(nobody, "Rowing"), CircleRefusal.NO_SUCH_ACCOUNT);
    refused(
        store.circles().invite(circle.id(), id(anna), nobody, ""), CircleRefusal.NO_SUCH_ACCOUNT);
    refused(store.circles().answer(circle.id(), id(ben), true), CircleRefusal.NOT_A_MEMBER);
    assertThat(version(carl)).isZero();
  }

  @Test
  void rolesAndNamesAreKept() {
    Circle circle = joined(founded("Rowing"), ben);
    done(store.circles().setRole(circle.id(), id(anna), id(ben), CircleRole.ASSISTANT));
    done(store.circles().rename(circle.id(), id(ben), "Sailing"));
    Circle found = found(circle).orElseThrow();
    assertThat(found.name()).isEqualTo("Sailing");
    assertThat(found.present(id(ben)).map(CircleMember::role)).contains(CircleRole.ASSISTANT);
    assertThat(found.changed()).isEqualTo(NOON.plusMillis(4));
  }

  @Test
  void aBlockIsKeptAndSayingSoAgainIsNoChange() {
    Circle circle = joined(founded("Rowing"), ben);
    done(store.circles().block(circle.id(), id(ben), true));
    told.clear();
    done(store.circles().block(circle.id(), id(ben), true));
    assertThat(told).isEmpty();
    Circle found = found(circle).orElseThrow();
    assertThat(found.present(id(ben)).orElseThrow().blocked()).isTrue();
    assertThat(found.present(id(anna)).orElseThrow().blocked()).isFalse();
  }

  @Test
  void whoLeavesOrIsRemovedHasNothingToDoWithItAnyMore() {
    Circle circle = joined(joined(founded("Rowing"), ben), carl);
    done(store.circles().leave(circle.id(), id(ben)));
    done(store.circles().remove(circle.id(), id(anna), id(carl)));
    assertThat(of(ben)).isEmpty();
    assertThat(of(carl)).isEmpty();
    assertThat(found(circle).orElseThrow().members()).hasSize(1);
    refused(store.circles().leave(circle.id(), id(ben)), CircleRefusal.NOT_A_MEMBER);
  }

  @Test
  void anOwnerWhoLeavesPassesTheCircleOnAndTheLastOneEndsIt() {
    Circle circle = joined(founded("Rowing"), ben);
    done(store.circles().leave(circle.id(), id(anna)));
    assertThat(found(circle).orElseThrow().owner()).isEqualTo(id(ben));
    done(store.circles().invite(circle.id(), id(ben), id(carl), ""));
    assertThat(done(store.circles().leave(circle.id(), id(ben))).isEnded()).isTrue();
    assertThat(found(circle)).isEmpty();
    assertThat(of(carl)).isEmpty();
  }

  @Test
  void everyChangeIsToldOnceItIsStoredAndBeforeItIsAnswered() {
    Circle circle = founded("Rowing");
    assertThat(told).containsExactly(new CircleChange(circle.withoutMembers(), circle));
    Circle invited = done(store.circles().invite(circle.id(), id(anna), id(ben), "Hi"));
    assertThat(told).last().isEqualTo(new CircleChange(circle, invited));
    refused(store.circles().rename(circle.id(), id(ben), "Mine"), CircleRefusal.NOT_A_MEMBER);
    assertThat(told).hasSize(2);
  }

  @Test
  void changesNeverCross() {
    Circle circle = founded("Rowing");
    List<Account> crowd = new ArrayList<>();
    for (int i = 0; i < Circle.MAX_MEMBERS + 5; i++) {
      crowd.add(people.join("m" + i));
    }
    List<CompletableFuture<CircleOutcome>> outcomes =
        crowd.parallelStream()
            .map(who ->
                store.circles().invite(circle.id(), id(anna), id(who), "").toCompletableFuture())
            .toList();
    long invited = outcomes.stream().map(Neighbours::await).filter(Done.class::isInstance).count();
    assertThat(invited).isEqualTo(Circle.MAX_MEMBERS - 1);
    assertThat(found(circle).orElseThrow().members()).hasSize(Circle.MAX_MEMBERS);
    for (int i = 1; i < told.size(); i++) {
      assertThat(told.get(i).before()).isEqualTo(told.get(i - 1).after());
    }
  }

  @Test
  void changesCountForEverybodyWhomTheyConcern() {
    Circle circle = founded("Rowing");
    assertThat(version(anna)).isEqualTo(1);
    joined(circle, ben);
    assertThat(version(anna)).isEqualTo(3);
    assertThat(version(ben)).isEqualTo(2);
    done(store.circles().leave(circle.id(), id(ben)));
    assertThat(version(ben)).isEqualTo(3);
    done(store.circles().rename(circle.id(), id(anna), "Sailing"));
    assertThat(version(ben)).isEqualTo(3);
    assertThat(version(carl)).isZero();
  }

  @Test
  void invitationsByWhoIsBlockedAreNotShown() {
    Circle circle = founded("Rowing");
    done(store.circles().invite(circle.id(), id(anna), id(ben), "Hi"));
    people.add(ben, anna, ContactList.BLOCK);
    assertThat(of(ben)).isEmpty();
    people.remove(ben, anna, ContactList.BLOCK);
    assertThat(of(ben)).hasSize(1);
    people.change(ben, roster -> roster.set(PrivacyDefault.BLOCK));
    assertThat(of(ben)).isEmpty();
    people.add(ben, anna, ContactList.ALLOW);
    assertThat(of(ben)).hasSize(1);
  }

  @Test
  void aCircleThatOneIsInIsShownWhoeverIsBlocked() {
    Circle circle = joined(founded("Rowing"), ben);
    people.add(ben, anna, ContactList.BLOCK);
    assertThat(of(ben)).containsExactly(circle);
  }

  @Test
  void unwantedInvitationsTakeNobodysPlace() {
    people.add(ben, anna, ContactList.BLOCK);
    for (int i = 0; i < Circle.MAX_INVITATIONS; i++) {
      Circle circle = founded("Number " + i);
      done(store.circles().invite(circle.id(), id(anna), id(ben), ""));
    }
    refused(store.circles().create(id(anna), "Too many"), CircleRefusal.TOO_MANY_CIRCLES);
    Circle chess = done(store.circles().create(id(carl), "Chess"));
    done(store.circles().invite(chess.id(), id(carl), id(ben), ""));
    people.remove(ben, anna, ContactList.BLOCK);
    Circle go = done(store.circles().create(id(carl), "Go"));
    refused(store.circles().invite(go.id(), id(carl), id(ben), ""), CircleRefusal.TOO_MANY_CIRCLES);
  }

  @Test
  void whoseAccountIsDeletedLeavesTheirCircles() {
    Circle rowing = joined(founded("Rowing"), ben);
    done(store.circles().invite(rowing.id(), id(anna), id(carl), "Hi"));
    Circle alone = founded("Alone");
    told.clear();
    people.change(anna, Roster::deleteAccount);
    assertThat(found(alone)).isEmpty();
    Circle left = found(rowing).orElseThrow();
    assertThat(left.owner()).isEqualTo(id(ben));
    assertThat(left.present(id(ben)).map(CircleMember::role)).contains(CircleRole.ADMIN);
    assertThat(left.member(id(carl)).orElseThrow().inviter()).isEmpty();
    assertThat(told).hasSize(2);
    assertThat(told).extracting(it -> it.after().isEnded()).containsExactlyInAnyOrder(true, false);
    people.change(ben, Roster::deleteAccount);
    assertThat(found(rowing)).isEmpty();
  }

  @Test
  void aListenerThatFailsKeepsNobodyWaiting() {
    store.close();
    options =
        options.withCircles(_ -> {
          throw new IllegalStateException("a listener that fails, on purpose");
        });
    reopen();
    assertThat(found(founded("Rowing"))).isPresent();
  }
}
